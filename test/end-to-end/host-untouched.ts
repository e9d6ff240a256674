import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { campaign } from './campaign.ts';
import type { Scenario } from './scenario.ts';
import { until } from './until.ts';

/** A guest leaves no trace: the host's page is the same with the kit as without it. */
export const hostUntouched: readonly Scenario[] = [
  {
    title: 'outside its elements the kit changes nothing of the host’s page',
    run: async ({ visit }) => {
      const alone = await visit('/campaigns', { kit: false });
      const before = await pageOf(alone);
      const page = await visit('/campaigns');
      const { button, item, dialog } = campaign(page, 'School Board');
      await button.click();
      await item('Release unsent messages').click();
      await dialog.getByRole('button', { name: /^Release/ }).waitFor();
      const open = await pageOf(page);
      await page.keyboard.press('Escape');
      await until(
        'the dialog to close',
        () => dialog.count(),
        count => count === 0,
      );
      const after = await pageOf(page);
      for (const [name, found] of Object.entries({ open, after })) {
        for (const key of Object.keys(before) as (keyof typeof before)[]) {
          assert.deepEqual(found[key], before[key], `${key} of the page, dialog ${name}`);
        }
      }
    },
  },
];

/**
 * The host's page as it can be seen from outside: its tree without our elements' own attributes, its styles, its globals
 * (but the names by which copies of Lit tell their versions).
 */
const pageOf = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll('*')) {
      if (!/^(campaign|release|operation|second)-/.test(element.localName)) continue;
      for (const { name } of [...element.attributes]) element.removeAttribute(name);
    }
    const { overflow, position, fontSize, colorScheme } = getComputedStyle(document.body);
    return {
      tree: copy.outerHTML,
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      style: [overflow, position, fontSize, colorScheme, document.documentElement.getAttribute('style')],
      globals: Object.keys(window)
        .filter(name => !/^(\d+|lit[A-Z]\w+|reactiveElementVersions)$/.test(name))
        .sort(),
      storage: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
    };
  });
