import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { looks } from '@campaign-kit/demo/looks/looks';
import type { Scenario } from './scenario.ts';
import { until } from './until.ts';

const elements = [
  'automatic-sending',
  'campaign-actions',
  'campaign-kit',
  'escalated-conversations',
  'message-review',
  'operation-history',
  'reassign-panel',
  'release-replies-dialog',
  'request-form',
  'request-list',
  'second-pass-dialog',
  'texter-list',
  'texter-queue',
];

/** The documentation as its readers use it, and the five looks. The runner sees to it that no page breaks its policy. */
export const documentation: readonly Scenario[] = [
  {
    title: 'the documentation shows every element of the manifest alive',
    run: async ({ visit }) => {
      const page = await visit('/docs');
      const links = page.getByRole('navigation', { name: 'Documentation' }).locator('.tags a');
      assert.deepEqual(
        await links.allInnerTexts(),
        elements.map(tag => `<${tag}>`),
      );
      for (const tag of elements) {
        await page.goto(`/docs/elements/${tag}`);
        const example = page.locator(`[data-example="${tag}"]`);
        const opener = example.locator('[data-shows]');
        if (await opener.count()) await opener.click();
        const alive = tag === 'campaign-kit' ? 'campaign-actions' : tag;
        await until(
          `<${alive}> to be ready`,
          () =>
            example
              .locator(alive)
              .first()
              .evaluate(element => element.matches(':state(ready)') || element.matches(':state(empty)')),
          ready => ready,
        );
        await example.locator('[data-heard]').getByText('ck-ready').first().waitFor({ state: 'attached' });
      }
    },
  },
  {
    title: 'a reader finds a token by keyboard, and is where it is told',
    run: async ({ visit }) => {
      const page = await visit('/docs');
      await page.keyboard.press('/');
      await page.keyboard.type('accent');
      await page
        .getByRole('option', { name: /--ck-color-accent/ })
        .first()
        .waitFor();
      await page.keyboard.press('ArrowDown');
      const chosen = page.getByRole('option', { selected: true });
      assert.match(await chosen.innerText(), /accent/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/#tokens$/);
      const heading = page.getByRole('heading', { name: /^Tokens/ });
      await until(
        'the tokens to be in sight',
        async () => (await heading.boundingBox())?.y ?? -1,
        y => y > 0 && y < 400,
      );
      await page.getByRole('combobox').fill('no such thing');
      await page.getByText('Nothing is called “no such thing”.').waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await page.getByText('Nothing is called').count(), 0);
    },
  },
  {
    title: 'code of the documentation is copied as it is written',
    run: async ({ visit }) => {
      const page = await visit('/docs/elements/operation-history');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('group', { name: 'HTML' }).getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^<!-- Without campaign-id/);
      assert.match(copied, /<operation-history campaign-id="42"><\/operation-history>$/);
    },
  },
  {
    title: 'the documentation keeps the colors that its reader chose, and fits on 320 pixels',
    run: async ({ visit }) => {
      const page = await visit('/docs/elements/campaign-actions', { width: 320 });
      await page.getByRole('button', { name: 'Dark colors' }).click();
      await page.goto('/docs/guides/theming');
      await page.getByRole('button', { name: 'Dark colors', pressed: true }).waitFor();
      for (const path of ['/docs', '/docs/guides/theming', '/docs/elements/campaign-actions', '/looks']) {
        await page.goto(path);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
      }
      await page.goto('/docs');
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('link', { name: '<operation-history>' }).first().click();
      await page.waitForURL('**/docs/elements/operation-history');
    },
  },
  ...(['light', 'dark'] as const).map((scheme): Scenario => ({
    title: `axe finds nothing in the documentation and in each of the five looks, ${scheme}`,
    run: async ({ visit }) => {
      const page = await visit('/docs');
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const links = page.getByRole('navigation', { name: 'Documentation' }).locator('a[href^="/docs"]');
      for (const path of await links.evaluateAll(all => all.map(one => one.getAttribute('href') ?? ''))) {
        await page.goto(path);
        await settled(page);
        assert.deepEqual(await violations(page), [], path);
      }
      await page.goto('/looks');
      await settled(page);
      assert.deepEqual(await violations(page), []);
      for (const { name } of looks) {
        const host = page.locator(`.look-${name}`);
        await host.locator('campaign-actions').first().getByRole('button').first().click();
        await host.getByRole('menuitem').first().waitFor();
        assert.deepEqual(await violations(page, `.look-${name} campaign-actions`), [], `the menu of ${name}`);
        await page.keyboard.press('Escape');
        await host.getByRole('button', { name: 'Release replies' }).click();
        await host.getByRole('button', { name: /^Release [\d,]+/ }).waitFor();
        assert.deepEqual(await violations(page, `.look-${name} release-replies-dialog`), [], `the dialog of ${name}`);
        await page.keyboard.press('Escape');
      }
    },
  })),
  {
    title: 'each look takes effect: font, size, colors and corners are those of its host',
    run: async ({ visit }) => {
      const page = await visit('/looks');
      await settled(page);
      const seen = await Promise.all(looks.map(({ name }) => page.locator(`.look-${name}`).evaluate(measured)));
      const [bootstrap, dense, large, brand, contrast] = seen as [Measured, Measured, Measured, Measured, Measured];
      for (const one of seen) assert.equal(one.font, one.hostFont, 'the font is the host’s');
      assert.deepEqual([bootstrap.size, dense.size, large.size, brand.size], ['16px', '12px', '20px', '16px']);
      assert.deepEqual([bootstrap.height, dense.height, large.height], [38, 26, 44]);
      assert.deepEqual([dense.radius, bootstrap.radius, large.radius, brand.radius], ['2px', '6px', '10px', '999px']);
      assert.equal(dense.table, 'rgb(11, 14, 17)');
      assert.equal(brand.table, 'rgb(255, 250, 243)');
      assert.equal(contrast.text, contrast.canvasText);
    },
  },
  {
    title: 'in forced colors every look gives way to the colors of the reader',
    run: async ({ visit }) => {
      const page = await visit('/looks');
      await page.emulateMedia({ forcedColors: 'active' });
      await settled(page);
      for (const { name } of looks) {
        const { text, canvasText, border } = await page.locator(`.look-${name}`).evaluate(measured);
        assert.equal(text, canvasText, name);
        assert.notEqual(border, 'rgba(0, 0, 0, 0)', `${name}: a button has an edge`);
      }
    },
  },
];

type Measured = ReturnType<typeof measured>;

/** Runs in the page: how the elements of one host came out. */
function measured(host: Element) {
  const actions = host.querySelector('campaign-actions') as HTMLElement;
  const button = actions.shadowRoot?.querySelector('[part=button]') as HTMLElement;
  const table = host.querySelector('operation-history')?.shadowRoot?.querySelector('.scroll') as HTMLElement;
  const probe = document.createElement('p');
  probe.className = 'system-text';
  host.append(probe);
  const canvasText = getComputedStyle(probe).color;
  probe.remove();
  const style = getComputedStyle(button);
  return {
    font: style.fontFamily,
    hostFont: getComputedStyle(host).fontFamily,
    size: style.fontSize,
    height: Math.round(button.getBoundingClientRect().height),
    radius: style.borderStartStartRadius,
    border: style.borderTopColor,
    text: getComputedStyle(actions).color,
    table: getComputedStyle(table).backgroundColor,
    canvasText,
  };
}

/** Every element on the page has what it shows. */
const settled = async (page: Page) => {
  const loading = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('campaign-actions, operation-history')].filter(
          element => !element.matches(':state(ready)'),
        ).length,
    );
  await until('the elements to be ready', loading, count => count === 0);
};

type Violation = { id: string; nodes: { target: unknown; failureSummary: string }[] };

/** What is right is not written down for each of its nodes. */
async function violations(page: Page, inside?: string): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(${inside ? JSON.stringify(inside) : 'document'}, { resultTypes: ['violations'] })`,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}
