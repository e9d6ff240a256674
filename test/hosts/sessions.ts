import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from '../end-to-end/until.ts';
import { journey, openDialog, present, ready, state, text } from './journey.ts';
import type { Scenario } from './scenario.ts';

type Provider = Element & { kit: { logout: () => Promise<void>; session: { state: string } } };

const session = (page: Page) =>
  page.evaluate(() => document.querySelector<Provider>('campaign-kit')!.kit.session.state);
const becomes = (page: Page, wanted: string) =>
  until(
    `a session that is ${wanted}`,
    () => session(page),
    now => now === wanted,
  );

/** What keeps pages out of the cache in some browsers. */
const countChannels = `window.channels = new Set();
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) { super(name); channels.add(this) }
    close() { super.close(); channels.delete(this) }
  }`;

/** The page is put away, and comes out of the back/forward cache again, as its events tell. */
const asleep = (page: Page) =>
  page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
const awake = (page: Page) =>
  page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

/** Sessions over several pages of a real browser. */
export const sessions: readonly Scenario[] = [
  {
    title: 'a log-out in one tab ends this user’s other tabs, and nobody else’s',
    run: async ({ visit, context, hosts }) => {
      const tenant = await hosts.tenant(hosts.url);
      const other = await hosts.tenant(hosts.url);
      const within = await context();
      const here = (await visit({}, { tenant, context: within })).page;
      const there = (await visit({}, { tenant, context: within })).page;
      await Promise.all([here, there].map(ready));
      tenant.role = 'texter';
      const texter = (await visit({}, { tenant, context: within })).page;
      const elsewhere = (await visit({}, { tenant: other, context: within })).page;
      await ready(elsewhere);
      await becomes(texter, 'live');
      await here.evaluate(() => document.querySelector<Provider>('campaign-kit')!.kit.logout());
      await Promise.all([here, there].map(page => becomes(page, 'ended')));
      assert.deepEqual(await Promise.all([texter, elsewhere].map(session)), ['live', 'live']);
      assert.equal(await state(there), 'expired');
      tenant.role = 'admin';
      await (await present(there, 'button')).click();
      await (await present(there, '#menu .notice .button')).click();
      await present(there, 'item');
      await there.keyboard.press('Escape');
      await journey(there, tenant);
    },
  },
  {
    title: 'a page that comes out of the back/forward cache asks anew, hears of changes again, and works',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({ js: countChannels });
      const channels = () => page.evaluate(() => (window as unknown as { channels: Set<unknown> }).channels.size);
      const streams = { opened: 0, ended: 0 };
      const isStream = (url: string) => url.includes('/operations.watch');
      page.on(
        'request',
        request => void (streams.opened += Number(isStream(request.url()) && request.method() === 'GET')),
      );
      page.on('requestfailed', request => void (streams.ended += Number(isStream(request.url()))));
      await openDialog(page);
      await until(
        'a stream',
        async () => streams.opened,
        opened => opened === 1,
      );
      await asleep(page);
      await until(
        'the stream to be closed',
        async () => streams.ended,
        ended => ended === 1,
      );
      assert.equal(await channels(), 0, 'no channel is open meanwhile');
      await awake(page);
      assert.equal(await channels(), 1);
      await until(
        'another stream',
        async () => streams.opened,
        opened => opened === 2,
      );
      assert.deepEqual(tenant.mints, ['start', 'return']);
      await (await present(page, 'deed')).click();
      await until(
        'the result',
        () => text(page),
        words => words.includes('Released 20 conversations'),
      );
    },
  },
  {
    title: 'a page that comes out of the back/forward cache is over when the user has logged out meanwhile',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({});
      await ready(page);
      await asleep(page);
      tenant.loggedIn = false;
      await awake(page);
      await becomes(page, 'expired');
      assert.equal(await state(page), 'expired');
    },
    expected: /status of 401/,
  },
];
