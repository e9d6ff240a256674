import assert from 'node:assert/strict';
import { campaign } from './campaign.ts';
import type { Scenario } from './scenario.ts';
import { until } from './until.ts';

/** The kit takes language, direction and colors from the page around it. */
export const looks: readonly Scenario[] = [
  {
    title: 'in German the kit speaks German with the page',
    run: async ({ visit }) => {
      const page = await visit('/campaigns', { language: 'de' });
      await page.getByRole('heading', { name: 'Kampagnen', exact: true }).waitFor();
      const { button, items, field } = campaign(page, 'School Board');
      assert.equal(await field('contacts'), '18.250');
      await button.click();
      const texts = await until('the menu', items, found => found.length > 4);
      assert.ok(!texts.some(text => text.includes('Release')), texts.join(' | '));
      assert.ok(
        texts.some(text => /\d\.\d{3}/.test(text)),
        'numbers are written the German way',
      );
    },
  },
  ...(['en', 'es', 'zh-Hans', 'vi', 'de', 'ar'] as const).map((language): Scenario => ({
    title: `in ${language} the page and the kit call the release of replies the same`,
    run: async ({ visit }) => {
      const page = await visit('/campaigns', { language });
      const opener = page.locator('#release-replies');
      const label = (await opener.innerText()).trim();
      await opener.click();
      await page.locator('release-replies-dialog').getByRole('heading', { name: label, exact: true }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), language);
    },
  })),
  {
    title: 'in Arabic the kit runs from right to left with the page',
    run: async ({ visit }) => {
      const page = await visit('/campaigns', { language: 'ar' });
      const { button, row } = campaign(page, 'School Board');
      await button.click();
      const menu = row.locator('campaign-actions').getByRole('menu');
      await menu.getByRole('menuitem').first().waitFor();
      assert.equal(await menu.evaluate(element => getComputedStyle(element).direction), 'rtl');
      const [table, box] = [await row.boundingBox(), await menu.boundingBox()];
      assert.ok(table && box && box.x >= 0 && box.x < table.x + table.width / 2, 'it opens at its button, on the left');
    },
  },
  {
    title: 'the dark switch reaches the kit, and the page remembers it',
    run: async ({ visit }) => {
      const page = await visit('/campaigns');
      const dialog = page.locator('release-replies-dialog').getByRole('dialog');
      const brightness = async () => {
        await page.getByRole('button', { name: 'Release unhandled replies' }).click();
        await dialog.waitFor();
        const color = await dialog.evaluate(element => getComputedStyle(element).backgroundColor);
        await page.keyboard.press('Escape');
        return Math.max(...(color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
      };
      assert.ok((await brightness()) > 200, 'a light dialog');
      await page.getByRole('combobox', { name: 'Colors' }).selectOption('dark');
      await page.locator('html[data-scheme="dark"]').waitFor();
      assert.ok((await brightness()) < 60, 'a dark dialog');
      await page.goto('/activity');
      await page.locator('html[data-scheme="dark"]').waitFor();
    },
  },
  {
    title: 'at 360 pixels nothing is wider than the page, and a dialog is a sheet from below',
    run: async ({ visit }) => {
      const page = await visit('/campaigns', { width: 360 });
      const { button, item, dialog } = campaign(page, 'School Board');
      await button.click();
      await item('Release unsent messages').click();
      const deed = dialog.getByRole('button', { name: /^Release/ });
      await deed.waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      const box = await until(
        'the sheet to be up',
        () => dialog.boundingBox(),
        at => at !== null && at.y + at.height > 858,
      );
      assert.ok(box && box.x === 0 && box.width === 360);
      await page.keyboard.press('Escape');
      await page.goto('/activity');
      await page.locator('operation-history').getByText('Mark for second pass').first().waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    },
  },
];
