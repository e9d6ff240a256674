import assert from 'node:assert/strict';
import { journey, untouched } from './journey.ts';
import type { Scenario } from './scenario.ts';

const inherited = `
  body { text-transform: uppercase; letter-spacing: 3px; word-spacing: 9px; line-height: 3; text-align: right;
    text-indent: 40px; font-weight: 900; font-style: italic; font-variant: small-caps; font-size: 31px; color: hotpink;
    text-shadow: 2px 2px red; white-space: pre; word-break: break-all; hyphens: auto; -webkit-text-stroke: 2px red;
    -webkit-text-fill-color: transparent; user-select: none; cursor: wait; fill: red; stroke: red; stroke-width: 5px;
    list-style: square; tab-size: 20; text-underline-offset: 9px; border-collapse: collapse; caption-side: bottom }`;

const hosts: readonly (readonly [string, { css: string; body?: string }])[] = [
  ['sets html to 62.5 %', { css: 'html { font-size: 62.5% }' }],
  ['hands down everything that text inherits', { css: inherited }],
  ['resets everything with * { all: unset }', { css: '* { all: unset } style, script, head { display: none }' }],
  [
    'styles everything, and means it',
    {
      css: `* { letter-spacing: 3px !important; text-transform: uppercase !important; line-height: 3 !important;
        font-size: 22px !important; font-weight: 900 !important; color: hotpink !important; text-align: right !important;
        cursor: wait !important; box-sizing: content-box !important; user-select: none !important }`,
    },
  ],
  [
    'styles every button, dialog, input, svg and popover of its own',
    {
      css: `button, dialog, input, svg, h2, p, [popover], div { all: initial; border: 9px solid red !important;
        padding: 50px !important; transform: rotate(3deg); display: block } ::backdrop { background: red }`,
      body: '<main>{kit}</main>',
    },
  ],
  [
    'hides the cell until its row is hovered, and takes the pointer away from it',
    {
      css: `.cell { visibility: hidden } tr:hover .cell { visibility: visible } .cell { pointer-events: none }
        .cell campaign-actions { pointer-events: auto }`,
      body: '<table><tr><td>Phonebank</td><td class="cell">{kit}</td></tr></table>',
    },
  ],
];

const clipped: readonly (readonly [string, { css: string; body: string }])[] = [
  ['transforms', 'transform: translate(120px, 40px)'],
  ['filters', 'filter: drop-shadow(0 0 2px red)'],
  ['contains', 'contain: strict; block-size: 60px; inline-size: 300px'],
  [
    'clips',
    'overflow: hidden; block-size: 40px; inline-size: 200px; position: relative; z-index: 0; clip-path: inset(0)',
  ],
  [
    'animates and isolates',
    'will-change: transform; isolation: isolate; perspective: 200px; mask-image: linear-gradient(#000, #000)',
  ],
].map(([name, rules]) => [
  `${name} what is around us`,
  {
    css: `.box { ${rules} } .over { position: fixed; inset: 0; z-index: 2147483647; pointer-events: none }`,
    body: '<div class="box">{kit}</div><div class="over"></div>',
  },
]);

/** Whatever a host's style sheets say, we look and work as on a page that says nothing. */
export const styles: readonly Scenario[] = [
  ...[...hosts, ...clipped].map(([title, page]): Scenario => ({
    title: `a host that ${title}`,
    run: async ({ visit }, plain) => {
      const { page: open, tenant } = await visit(page);
      const hidden = page.body?.includes('<tr>');
      if (hidden) await open.hover('td:first-child');
      // What is hidden again when the dialog closes cannot be given the focus.
      const look = await journey(open, tenant, { refocus: !hidden });
      for (const piece of Object.keys(plain) as (keyof typeof plain)[]) {
        assert.deepEqual(look[piece], plain[piece], `the ${piece} looks as on a plain page`);
      }
      await untouched(open);
    },
  })),
  ...[0.75, 1.5].map((zoom): Scenario => ({
    title: `a host that zooms its page by ${zoom}`,
    run: async ({ visit }) => {
      const { page, tenant } = await visit({ css: `body { zoom: ${zoom}; padding-inline-start: 300px }` });
      await journey(page, tenant);
    },
  })),
  {
    title: 'at 200 % of the browser everything is in sight',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({}, { width: 500, height: 350, scale: 2 });
      await journey(page, tenant);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 500);
    },
  },
  {
    title: 'on paper there is the button and nothing over the page',
    run: async ({ visit }) => {
      const { page } = await visit({ body: '<p>Campaigns</p>{kit}' });
      await page.waitForSelector('campaign-actions:state(ready)');
      await page.emulateMedia({ media: 'print' });
      const box = await page.locator('campaign-actions').boundingBox();
      assert.ok(box && box.width === 32 && box.height === 32, JSON.stringify(box));
      assert.ok((await page.pdf()).length > 1000);
      await untouched(page);
    },
  },
];
