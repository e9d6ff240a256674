import assert from 'node:assert/strict';
import { journey, openDialog, present, text, untouched } from './journey.ts';
import type { Scenario } from './scenario.ts';
import { until } from '../end-to-end/until.ts';

/** What a host's server, its browser's settings and its scripts withhold or replace. */
export const policies: readonly Scenario[] = [
  {
    title: 'a strict policy with Trusted Types allows all that we do',
    run: async ({ visit }, plain) => {
      const { page, tenant } = await visit({});
      assert.deepEqual(await journey(page, tenant), plain);
      await untouched(page);
    },
  },
  {
    title: 'a page that is isolated from other origins (COEP: require-corp, COOP) may load us',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
      });
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      await journey(page, tenant);
    },
  },
  {
    title: 'over plain http, where there is no crypto.randomUUID',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({}, { from: 'plain' });
      assert.deepEqual(await page.evaluate(() => [isSecureContext, typeof crypto.randomUUID]), [false, 'undefined']);
      await journey(page, tenant);
    },
  },
  {
    title: 'without cookies and with storage that throws',
    run: async ({ visit }) => {
      const refuse = (name: string) =>
        `Object.defineProperty(window, '${name}', { get() { throw new DOMException('no', 'SecurityError') } });`;
      const { page, tenant } = await visit({
        js: `${['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map(refuse).join('')}
          window.BroadcastChannel = class { constructor() { throw new DOMException('no', 'SecurityError') } };
          Object.defineProperty(document, 'cookie', { get() { throw new Error('no') }, set() { throw new Error('no') } });`,
      });
      await journey(page, tenant);
    },
  },
  {
    title: 'with the prototypes of old libraries: toJSON, entries, Array.from, enumerable additions',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        js: `Array.prototype.toJSON = function () { return '[' + this.join() + ']' };
          String.prototype.toJSON = function () { return '"' + this + '"' };
          Number.prototype.toJSON = function () { return String(this) };
          Object.prototype.extended = function () {};
          Array.prototype.entries = function () { return this.slice() };
          Array.prototype.find = function (fn) { return this.filter(fn)[0] };
          Array.prototype.remove = Array.prototype.first = function () { return this[0] };
          Array.from = function (it) { return it ? [].slice.call(it) : [] };
          Function.prototype.bind = function (to) { var fn = this; return function () { return fn.apply(to, arguments) } };
          HTMLElement.prototype.hide = function () { this.style.display = 'none'; return this };
          HTMLElement.prototype.select = HTMLElement.prototype.update = function () { throw new Error('not yours') };`,
      });
      await journey(page, tenant);
    },
  },
  {
    title: 'with a Promise of an old polyfill and a fetch that is wrapped',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        js: `(function () { var Native = Promise, fetched = window.fetch;
          function Old(run) { var inner = new Native(run); this.then = inner.then.bind(inner); this['catch'] = inner['catch'].bind(inner) }
          Old.resolve = function (v) { return new Old(function (ok) { ok(v) }) };
          Old.reject = function (v) { return new Old(function (_, no) { no(v) }) };
          Old.all = function (list) { return new Old(function (ok, no) { Native.all(list).then(ok, no) }) };
          Old.race = function (list) { return new Old(function (ok, no) { Native.race(list).then(ok, no) }) };
          window.Promise = Old; window.asked = [];
          window.fetch = function (input, init) { window.asked.push(String(input)); return fetched.call(window, input, init) };
          delete window.queueMicrotask; window.queueMicrotask = function (act) { Old.resolve().then(act) };
        })();`,
      });
      await journey(page, tenant);
      assert.ok(await page.evaluate(() => (window as unknown as { asked: string[] }).asked.length > 3));
    },
  },
  {
    title: 'with a <base href> of another place',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({ head: '<base href="/assets/deep/">' });
      await journey(page, tenant);
      await untouched(page);
    },
  },
  {
    title: 'whose clock is a day wrong',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        js: `(function () { var now = Date.now; Date.now = function () { return now() + 86400000 } })()`,
      });
      await journey(page, tenant);
      assert.deepEqual(tenant.mints, ['start']);
    },
  },
  {
    title: 'that goes offline in the middle, and the number is as it was',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({});
      await openDialog(page);
      await page.context().setOffline(true);
      await (await present(page, 'deed')).click();
      await until(
        'the failure to be said',
        () => text(page),
        words => words.includes('There is no connection'),
      );
      await page.context().setOffline(false);
      await until(
        'the deed to be back',
        () => text(page),
        words => !words.includes('There is no connection') || words.includes('Try again'),
      );
      await (await present(page, 'deed')).click();
      await until(
        'the result',
        () => text(page),
        words => words.includes('Released 20 conversations'),
      );
      assert.equal(tenant.mints.length, 1);
    },
    expected: /ERR_INTERNET_DISCONNECTED/,
  },
];
