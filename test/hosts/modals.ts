import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from '../end-to-end/until.ts';
import { journey, openDialog, openMenu, piece, present, untouched } from './journey.ts';
import type { Scenario } from './scenario.ts';

const gone = (page: Page) =>
  until(
    'our dialog to be gone',
    () => piece(page, 'dialog'),
    found => found === null,
  );
const menuOpen = async (page: Page) => (await present(page, 'menu')).evaluate(menu => menu.matches(':popover-open'));
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const focusedItem = (page: Page) =>
  page.evaluate(() => document.querySelector('campaign-actions')?.shadowRoot?.activeElement?.getAttribute('data-id'));

const trap = `document.addEventListener('DOMContentLoaded', () => {
  const modal = document.querySelector('.modal');
  document.addEventListener('focusin', event => { if (!modal.contains(event.target)) modal.querySelector('input').focus() });
  modal.addEventListener('keydown', event => {
    if (event.key !== 'Tab') return;
    const stops = [...modal.querySelectorAll('input, button')];
    event.preventDefault();
    stops[(stops.indexOf(document.activeElement) + 1) % stops.length].focus();
  });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') modal.remove() });
});`;

/** Hosts that have a modal around us, or keep keys and clicks for themselves. */
export const modals: readonly Scenario[] = [
  {
    title: 'in a modal <dialog> of the host, where Escape closes one thing at a time',
    run: async ({ visit }, plain) => {
      const { page, tenant } = await visit({
        body: '<button>Behind</button><dialog><p>A campaign</p>{kit}<button>Close</button></dialog>',
        js: `document.addEventListener('DOMContentLoaded', () => document.querySelector('dialog').showModal())`,
      });
      const theirs = () => page.evaluate(() => document.querySelector('dialog')!.open);
      await openMenu(page);
      await page.keyboard.press('Escape');
      assert.deepEqual([await menuOpen(page), await theirs()], [false, true], 'Escape closed the menu alone');
      await openDialog(page);
      await page.keyboard.press('Escape');
      await gone(page);
      assert.equal(await theirs(), true, 'Escape closed our dialog alone');
      assert.deepEqual((await journey(page, tenant)).dialog, plain.dialog);
      await page.keyboard.press('Escape');
      assert.equal(await theirs(), false, 'the next Escape is the host’s');
    },
  },
  {
    title: 'in a modal made of divs, with a focus trap, and siblings that are inert and hidden',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        css: '.modal { position: fixed; inset: 60px; z-index: 9999; background: white; overflow: auto }',
        body: '<main inert aria-hidden="true"><button>Behind</button></main><div class="modal" role="dialog" aria-modal="true"><input>{kit}<button>Close</button></div>',
        js: trap,
      });
      await openDialog(page);
      const close = await present(page, '[part~=close]');
      await close.focus();
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => document.activeElement?.localName);
      assert.equal(inside, 'campaign-actions', 'Tab stays in our dialog and is not the trap’s');
      await page.keyboard.press('Escape');
      await gone(page);
      assert.equal(await page.locator('.modal').count(), 1, 'Escape closed ours alone');
      await journey(page, tenant);
    },
  },
  {
    title: 'with shortcuts of one letter, rows that open on a click, and a form that watches for input',
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        body: '<form><table><tr><td>Phonebank</td><td>{kit}</td></tr></table></form>',
        js: `window.heard = []; for (const type of ['keydown', 'keyup', 'keypress', 'click', 'dblclick', 'mousedown', 'input', 'paste', 'submit'])
          document.addEventListener(type, event => { if (event.composedPath().includes(document.querySelector('tr'))) heard.push(type + ' ' + (event.key ?? '')) })`,
      });
      await openMenu(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('d');
      await page.keyboard.press('Escape');
      await openDialog(page);
      await page.keyboard.type('ar');
      await (await present(page, 'title')).dblclick();
      await page.keyboard.press('Escape');
      await gone(page);
      const kept = (await heard(page)).filter(one => !one.startsWith('mousedown') && one !== 'keyup Escape');
      assert.deepEqual(kept, [], 'the host hears nothing of what is done in menu and dialog');
      await journey(page, tenant);
      await untouched(page);
    },
  },
  ...(
    [
      ['takes the default away', 'event.preventDefault()'],
      ['stops them', 'event.stopPropagation()'],
      ['takes the default away and stops them', 'event.preventDefault(); event.stopPropagation()'],
    ] as const
  ).map(([how, act]): Scenario => ({
    title: `with a handler of all keys that ${how} before anybody hears them`,
    run: async ({ visit }) => {
      const { page, tenant } = await visit({
        js: `for (const target of [window, document]) target.addEventListener('keydown', event => {
            if (/^(Escape|Arrow|Home|End)/.test(event.key)) { ${act} }
          }, true)`,
      });
      await openMenu(page);
      await page.keyboard.press('End');
      const last = await focusedItem(page);
      await page.keyboard.press('Home');
      const first = await focusedItem(page);
      await page.keyboard.press('ArrowDown');
      const second = await focusedItem(page);
      assert.ok(last && first && second && new Set([last, first, second]).size === 3, `${last} ${first} ${second}`);
      await page.keyboard.press('Escape');
      assert.equal(await menuOpen(page), false, 'Escape closes the menu');
      await openDialog(page);
      await page.keyboard.press('Escape');
      if (!act.includes(';')) await gone(page);
      else await (await present(page, '[part~=close]')).click();
      await gone(page);
      await journey(page, tenant);
    },
  })),
];
