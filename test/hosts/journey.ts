import assert from 'node:assert/strict';
import type { ElementHandle, Frame, Page } from 'playwright-core';
import { until } from '../end-to-end/until.ts';
import type { Tenant } from './hosts.ts';

/** How a piece of ours is drawn. Sizes in px. */
type Drawn = Record<string, string | number>;
export type Look = Record<'button' | 'menu' | 'item' | 'dialog' | 'title' | 'deed', Drawn>;

type Where = Page | Frame;

/** Our element: the page's first, or the one that the page itself names where nobody can find it. */
const pieces = {
  button: '#menu-button',
  menu: '#menu',
  item: '[data-id=releaseUnsent]',
  dialog: 'dialog',
  title: '.title',
  deed: '[part=main]',
} as const;
type Piece = keyof typeof pieces;

/** A piece of the menu, or of the dialog that it opened; null when it is not there. */
export async function piece(where: Where, name: string): Promise<ElementHandle<HTMLElement> | null> {
  const selector = name in pieces ? pieces[name as Piece] : name;
  const found = await where.evaluateHandle(
    ([inDialog, wanted]) => {
      const ours = window.ours ?? document.querySelector('campaign-actions');
      const root = ours?.shadowRoot;
      const dialog = root?.querySelector('.dialogs')?.lastElementChild?.shadowRoot;
      return (inDialog ? dialog : root)?.querySelector(wanted) ?? null;
    },
    [!['button', 'menu', 'item'].includes(name) && !name.startsWith('#menu'), selector] as const,
  );
  return found.asElement() as ElementHandle<HTMLElement> | null;
}

export async function present(where: Where, name: string): Promise<ElementHandle<HTMLElement>> {
  return (await until(
    `${name} to be there`,
    () => piece(where, name),
    found => found !== null,
  ))!;
}

export const state = (where: Where) =>
  where.evaluate(() => {
    const ours = window.ours ?? document.querySelector('campaign-actions');
    return ['loading', 'ready', 'error', 'expired', 'offline', 'forbidden'].find(one =>
      ours?.matches(`:state(${one})`),
    );
  });

export const ready = (where: Where) =>
  until(
    'the menu to be ready',
    () => state(where),
    now => now === 'ready',
  );

export const text = async (where: Where): Promise<string> =>
  (await piece(where, 'dialog'))?.evaluate(dialog => dialog.innerText.replace(/\s+/g, ' ')) ?? '';

export async function openMenu(where: Where): Promise<void> {
  await ready(where);
  await (await present(where, 'button')).click();
  const item = await present(where, 'item');
  await item.waitForElementState('stable');
  await seen(item, 'the menu');
}

export async function openDialog(where: Where): Promise<void> {
  await openMenu(where);
  await (await present(where, 'item')).click();
  const deed = await until(
    'the deed with its number',
    async () => (await piece(where, 'deed'))?.innerText(),
    words => /Release 20/.test(words ?? ''),
  );
  assert.ok(deed);
  await seen(await present(where, 'dialog'), 'the dialog');
}

/** Menu, dialog, run, result: with the mouse, as a person does. Answers with how it looked. */
export async function journey(where: Where, tenant: Tenant, { refocus = true } = {}): Promise<Look> {
  await openMenu(where);
  const [button, menu, item] = await Promise.all(['button', 'menu', 'item'].map(name => drawn(where, name)));
  await beside(where);
  await (await present(where, 'item')).click();
  await until(
    'the deed with its number',
    async () => (await piece(where, 'deed'))?.innerText(),
    words => /Release 20/.test(words ?? ''),
  );
  await seen(await present(where, 'dialog'), 'the dialog');
  const [dialog, title, deed] = await Promise.all(['dialog', 'title', 'deed'].map(name => drawn(where, name)));
  await (await present(where, 'deed')).click();
  await until(
    'the result',
    () => text(where),
    words => words.includes('Released 20 conversations'),
  );
  await (await present(where, 'footer .button.main')).click();
  await until(
    'the dialog to be gone',
    () => piece(where, 'dialog'),
    found => found === null,
  );
  const counts = await tenant.call<{ held: boolean; count: number }[]>('count', { campaignId: tenant.campaignId });
  assert.deepEqual(
    counts.map(({ held, count }) => [held, count]),
    [[false, 20]],
  );
  if (!refocus) return { button, menu, item, dialog, title, deed } as Look;
  const focused = await where.evaluate(
    () => (window.ours ?? document.querySelector('campaign-actions'))?.shadowRoot?.activeElement?.id,
  );
  assert.equal(focused, 'menu-button', 'the focus is back on the button');
  return { button, menu, item, dialog, title, deed } as Look;
}

/** It is inside the window, and what is drawn at its middle is it: nothing of the host clips or covers it. */
async function seen(handle: ElementHandle<HTMLElement>, what: string): Promise<void> {
  const found = await handle.evaluate(element => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot;
    const at = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return {
      inside: left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5,
      on: element === at || element.contains(at),
      box: [left, top, right, bottom].map(Math.round),
    };
  });
  assert.ok(found.inside && found.on, `${what} is seen: ${JSON.stringify(found)}`);
}

/** The menu hangs at its button, ends aligned or kept inside the window. */
async function beside(where: Where): Promise<void> {
  const [button, menu] = await Promise.all([present(where, 'button'), present(where, 'menu')]);
  const [at, below] = await Promise.all(
    [button, menu].map(one => one.evaluate(box => box.getBoundingClientRect().toJSON() as DOMRect)),
  );
  const gap = Math.min(Math.abs(below!.top - at!.bottom), Math.abs(at!.top - below!.bottom));
  const along = Math.min(
    Math.abs(below!.right - at!.right),
    Math.abs(below!.left - at!.left),
    Math.abs(below!.left - 8),
  );
  assert.ok(gap <= 6 && along <= 2, `the menu is at its button: ${JSON.stringify({ at, below })}`);
}

async function drawn(where: Where, name: string): Promise<Drawn> {
  return (await present(where, name)).evaluate(element => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const round = (px: number) => Math.round(px * 2) / 2;
    const read = (names: string) => Object.fromEntries(names.split(' ').map(one => [one, style.getPropertyValue(one)]));
    return {
      width: round(width),
      height: round(height),
      ...read(
        'font-size font-weight font-style font-variant line-height letter-spacing word-spacing text-transform text-align ' +
          'text-indent text-shadow white-space word-break color background-color border-top-width border-radius padding ' +
          'margin cursor user-select visibility opacity pointer-events box-sizing display direction hyphens ' +
          '-webkit-text-fill-color -webkit-text-stroke-width',
      ),
    };
  });
}

/** Nothing of the host was touched: its tree, its styles, its globals, its storage, where it was scrolled to. */
export async function untouched(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    changes: window.changes,
    globals: Object.keys(window)
      .filter(name => !window.globals.includes(name))
      .filter(name => !/^(\d+|globals|ours|lit[A-Z]\w+|reactiveElementVersions)$/.test(name)),
    sheets: document.adoptedStyleSheets.length,
    name: window.name,
    style: [document.documentElement.getAttribute('style'), document.body.getAttribute('style')],
    scrolled: [scrollX, scrollY],
  }));
  assert.deepEqual(found, { changes: [], globals: [], sheets: 0, name: '', style: [null, null], scrolled: [0, 0] });
}
