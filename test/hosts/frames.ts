import assert from 'node:assert/strict';
import { until } from '../end-to-end/until.ts';
import { journey, state } from './journey.ts';
import type { Scenario } from './scenario.ts';

/** The host's own shadow roots: boot is told of them, as the guide says. */
const inRoot = (mode: 'open' | 'closed') =>
  `addEventListener('DOMContentLoaded', async () => {
  const root = document.querySelector('#theirs').attachShadow({ mode });
  const kit = document.querySelector('campaign-kit');
  root.append(kit);
  window.ours = kit.querySelector('campaign-actions');
  const { load } = await import(document.querySelector('script[type=module]').src.replace('boot.js', 'kit.js'));
  await load(root);
});`.replace('{ mode }', `{ mode: '${mode}' }`);

/** Documents and roots that are not the page's own. */
export const frames: readonly Scenario[] = [
  ...(['open', 'closed'] as const).map((mode): Scenario => ({
    title: `in an ${mode} shadow root of the host`.replace('an closed', 'a closed'),
    run: async ({ visit }, plain) => {
      const { page, tenant } = await visit({ body: '<div id="theirs"></div>{kit}', js: inRoot(mode) });
      await until('the element', () => page.evaluate(() => !!window.ours?.shadowRoot), Boolean);
      assert.deepEqual(await journey(page, tenant), plain);
    },
  })),
  ...(
    [
      ['of the same origin', '', 'secure'],
      ['of another site, which gets no cookies', '', 'plain'],
      ['that is sandboxed, with scripts and its origin', 'sandbox="allow-scripts allow-same-origin"', 'plain'],
    ] as const
  ).map(([what, attributes, from]): Scenario => ({
    title: `in a frame ${what}`,
    run: async ({ visit, hosts }, plain) => {
      const tenant = await hosts.tenant(hosts.url);
      const inner = hosts.url + hosts.publish({}, tenant.markup);
      const { page } = await visit(
        { body: `<iframe title="Theirs" ${attributes} width="940" height="640" src="${inner}"></iframe>`, js: '' },
        { from, tenant },
      );
      const frame = page.frames().find(one => one.url() === inner)!;
      const look = await journey(frame, tenant);
      for (const name of ['button', 'item', 'deed'] as const) assert.deepEqual(look[name], plain[name], name);
    },
    expected: /Blocked autofocusing/,
  })),
  {
    title: 'in a frame without an origin it says that it cannot, and does no harm',
    run: async ({ visit, hosts }) => {
      const tenant = await hosts.tenant(hosts.url);
      const inner = hosts.url + hosts.publish({ headers: { 'content-security-policy': '' } }, tenant.markup);
      const { page } = await visit(
        { body: `<iframe title="Theirs" sandbox="allow-scripts" width="940" height="640" src="${inner}"></iframe>` },
        { tenant },
      );
      const frame = page.frames().find(one => one.url() === inner)!;
      await until(
        'it to be said',
        () => state(frame),
        now => now === 'offline' || now === 'error' || now === 'expired',
      );
    },
    expected: /CORS|ERR_FAILED/,
  },
];
