import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from '../end-to-end/until.ts';
import { journey, openDialog, openMenu, piece, present, ready, text } from './journey.ts';
import type { Scenario } from './scenario.ts';
import type { Tenant } from './hosts.ts';

const rooms = '<section id="a">{kit}</section><section id="b"></section>';
const modal = async (page: Page) => (await piece(page, 'dialog'))?.evaluate(dialog => dialog.matches(':modal'));

async function run(page: Page, tenant: Tenant): Promise<void> {
  await (await present(page, 'deed')).click();
  await until(
    'the result',
    () => text(page),
    words => words.includes('Released 20 conversations'),
  );
  const counts = await tenant.call<{ held: boolean; count: number }[]>('count', { campaignId: tenant.campaignId });
  assert.deepEqual(
    counts.map(({ held, count }) => [held, count]),
    [[false, 20]],
  );
}

/** What a host, or its framework, does to our elements as nodes. */
export const moves: readonly Scenario[] = [
  ...(
    [
      ['append', `document.querySelector('#b').append(document.querySelector('campaign-kit'))`],
      ['moveBefore', `document.querySelector('#b').moveBefore(document.querySelector('campaign-kit'), null)`],
      [
        'append, of the element alone',
        `document.querySelector('campaign-kit').append(document.querySelector('campaign-actions'))`,
      ],
      [
        'taking it away and bringing it back later',
        `(async () => { const kit = document.querySelector('campaign-kit'); kit.remove(); await new Promise(r => setTimeout(r, 50)); document.querySelector('#b').append(kit) })()`,
      ],
    ] as const
  ).map(([how, act]): Scenario => ({
    title: `moved by ${how}, with its dialog open, which stays as it was and runs`,
    run: async ({ visit }) => {
      const { page, tenant } = await visit({ body: rooms });
      await openDialog(page);
      await page.evaluate(act);
      await until(
        'our dialog to be modal',
        () => modal(page),
        now => now === true,
      );
      await run(page, tenant);
    },
  })),
  {
    title: 'moved with its menu open, it is closed and opens again',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({ body: rooms });
      await openMenu(page);
      await page.evaluate(() => document.querySelector('#b')!.append(document.querySelector('campaign-kit')!));
      await journey(page, tenant);
    },
  },
  {
    title: 'removed in the middle of a request, it leaves nothing behind, and what was asked is done once',
    run: async ({ visit, hosts: _hosts }) => {
      const { page, tenant } = await visit({ body: rooms });
      await openDialog(page);
      await tenant.call('fault', { slowMs: 400, path: 'runAction' });
      await (await present(page, 'deed')).click();
      await page.evaluate(() => {
        const kit = document.querySelector('campaign-kit')!;
        window.ours = kit.querySelector('campaign-actions')!;
        kit.remove();
      });
      await until(
        'the server to have done it',
        () => tenant.call<{ held: boolean }[]>('count', { campaignId: tenant.campaignId }),
        counts => counts.every(({ held }) => !held),
      );
      assert.equal(
        await page.evaluate(
          () => document.querySelector('#a')!.matches(':not(:has(*))') && document.activeElement === document.body,
        ),
        true,
      );
      await tenant.call('fault', {});
      await page.evaluate(() => document.querySelector('#b')!.append(window.ours!.parentElement ?? window.ours!));
      await ready(page);
    },
  },
  {
    title: 'cloned while its dialog is open: the copy is closed, works, and costs no mint',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({ body: rooms });
      await openDialog(page);
      await page.evaluate(() => {
        const kit = document.querySelector('campaign-kit')!;
        const copy = kit.cloneNode(true) as HTMLElement;
        document.querySelector('#b')!.append(copy);
        document.querySelector('#a')!.textContent = '';
        window.ours = copy.querySelector('campaign-actions')!;
      });
      assert.equal(await piece(page, 'dialog'), null);
      await journey(page, tenant);
      assert.deepEqual(tenant.mints, ['start']);
    },
  },
  {
    title: 'written over with innerHTML while its dialog is open: the page can be used, and what is new works',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({ body: rooms, headers: { 'content-security-policy': '' } });
      await openDialog(page);
      await page.evaluate(
        markup => (document.querySelector('#a')!.innerHTML = `<button id="theirs">Theirs</button>${markup}`),
        tenant.markup,
      );
      await page.click('#theirs');
      await journey(page, tenant);
    },
  },
  {
    title: 'taken over into the document of a frame, it looks and works there as here',
    run: async ({ visit }, plain) => {
      const { page, tenant } = await visit({
        body: `${rooms}<iframe title="Pop-out" width="900" height="620"></iframe>`,
      });
      await ready(page);
      await page.evaluate(() => {
        const inside = document.querySelector('iframe')!.contentDocument!;
        const kit = document.querySelector('campaign-kit')!;
        inside.defaultView!.ours = kit.querySelector('campaign-actions')!;
        inside.documentElement.lang = 'en';
        inside.body.style.setProperty('font-family', 'sans-serif');
        inside.body.append(kit);
      });
      const frame = page.frames().at(-1)!;
      await until(
        'its styles to be made there',
        async () => (await present(frame, 'button')).evaluate(button => getComputedStyle(button).minHeight),
        height => height === '32px',
      );
      const look = await journey(frame, tenant);
      for (const name of ['button', 'item', 'deed'] as const) assert.deepEqual(look[name], plain[name], name);
    },
  },
  {
    title: 'two providers of the same addresses, with three elements, share one session and one mint',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        body: '<div id="a">{kit}</div><div id="b">{kit}</div>',
        js: `addEventListener('DOMContentLoaded', () => { const one = document.querySelector('campaign-actions'); one.after(one.cloneNode()) })`,
      });
      const states = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('campaign-actions')].map(one => one.matches(':state(ready)')),
        );
      await until('all three', states, found => found.length === 3 && found.every(Boolean));
      assert.deepEqual(tenant.mints, ['start']);
      await page.evaluate(() => document.querySelector('#a')!.remove());
      await journey(page, tenant);
      assert.deepEqual(tenant.mints, ['start']);
    },
  },
  {
    title: 'two organizations on one page keep to themselves, also when one logs out',
    // What was under way when the session ended.
    expected: /status of 401/,
    run: async ({ visit, hosts }) => {
      const other = await hosts.tenant(hosts.url, {
        title: 'Theirs',
        conversations: [{ n: 20, status: 'needsMessage', texter: 2 }],
      });
      const { page, tenant } = await visit({ body: `<div id="a">{kit}</div><div id="b">${other.markup}</div>` });
      await ready(page);
      await page.evaluate(() => (window.ours = document.querySelector('#b campaign-actions')!));
      await journey(page, other);
      type Provider = Element & { kit: { logout: () => Promise<void> } };
      await page.evaluate(() => document.querySelector<Provider>('#b campaign-kit')!.kit.logout());
      await page.evaluate(() => (window.ours = document.querySelector('#a campaign-actions')!));
      await journey(page, tenant);
    },
  },
];
