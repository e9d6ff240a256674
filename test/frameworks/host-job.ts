import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import type { AppName } from '../../scripts/frameworks/build-app.ts';
import { until } from '../end-to-end/until.ts';
import type { Hosts } from './open-hosts.ts';

/** One thing that a host's page does with the elements, the same in every framework. */
type Step = { title: string; run: (at: { page: Page; hosts: Hosts; name: AppName }) => Promise<void> };

const row = (page: Page, at: number) => page.locator('tr').nth(at);
const menu = (page: Page, at: number) => row(page, at).locator('campaign-actions').getByRole('button');
const said = (page: Page) => page.locator('#app > * [role=status], #app > [role=status]').last();

let held: Route[] = [];

/** In this order, on one page. */
export const hostJob: readonly Step[] = [
  {
    title: 'draws its table before the elements are defined',
    run: async ({ page, hosts, name }) => {
      held = [];
      await page.route(/\/define\.js$/, route => void held.push(route));
      await page.goto(`${hosts.url}/${name}/`);
      await until(
        'the code of the elements to be asked for',
        async () => held.length,
        count => count === 1,
      );
      await row(page, 1).waitFor();
      assert.equal(await page.evaluate(() => Boolean(customElements.get('campaign-actions'))), false);
    },
  },
  {
    title: 'gives the elements their session when they are defined later, with one token for all',
    run: async ({ page, hosts, name }) => {
      for (const route of held) await route.continue();
      await menu(page, 0).click();
      await page.getByRole('menuitem', { name: /^Release unsent messages/ }).waitFor();
      assert.equal(hosts.mints(name), 1);
    },
  },
  {
    title: 'runs an action from a menu and hears once how many it changed',
    run: async ({ page }) => {
      await page.getByRole('menuitem', { name: /^Release unsent messages/ }).click();
      await page.getByRole('button', { name: 'Release 8 conversations' }).click();
      await page.getByText('Released 8 conversations.').first().waitFor();
      await until(
        'the host to hear of it',
        () => said(page).innerText(),
        text => text === 'releaseUnsent 8',
      );
      await page.getByRole('button', { name: 'Done' }).click();
    },
  },
  {
    title: 'opens the one dialog for a campaign by a property of its own state, closes it, and opens it for another',
    run: async ({ page }) => {
      for (const [at, title] of ['Food drive', 'River cleanup'].entries()) {
        await row(page, at).getByRole('button', { name: 'Second pass' }).click();
        const dialog = page.locator('second-pass-dialog').getByRole('dialog');
        await dialog.getByText(title).first().waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      }
    },
  },
  {
    title: 'takes the table away and brings it back, and the menu works and is heard as before',
    run: async ({ page, hosts, name }) => {
      await page.getByRole('button', { name: 'Hide' }).click();
      await page.locator('campaign-actions').first().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Show' }).click();
      await menu(page, 1).click();
      await page.getByRole('menuitem', { name: /^Release unsent messages/ }).click();
      await page.getByRole('button', { name: 'Release 8 conversations' }).click();
      await until(
        'the host to hear of both',
        () => said(page).innerText(),
        text => text === 'releaseUnsent 8, releaseUnsent 8',
      );
      assert.equal(hosts.mints(name), 1);
    },
  },
];
