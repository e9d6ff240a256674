import { campaign } from './campaign.ts';
import { until } from './until.ts';
import type { Scenario } from './scenario.ts';

/** The switches of the demo itself. */
export const live: readonly Scenario[] = [
  {
    title: 'with live traffic on, contacts reply and the CRM’s numbers move',
    run: async ({ visit }) => {
      const page = await visit('/campaigns');
      const waiting = () => page.locator('[data-total="kpiWaiting"]').innerText();
      const before = await waiting();
      await page.getByRole('switch', { name: 'Live traffic' }).check();
      await page.getByRole('switch', { name: 'Live traffic', checked: true }).waitFor();
      await until('another number', waiting, text => text !== before);
      await page.getByRole('switch', { name: 'Live traffic' }).uncheck();
      await page.getByRole('switch', { name: 'Live traffic', checked: false }).waitFor();
    },
  },
  {
    title: 'the demo data can be made anew, and the page comes back by itself',
    run: async ({ visit }) => {
      const page = await visit('/demo/reset');
      await page.getByRole('button', { name: 'Reset now' }).click();
      await page.getByRole('status').waitFor();
      await page.waitForURL('**/campaigns', { timeout: 90_000 });
      await page.getByText('Transit Riders Pledge P1').waitFor();
      await campaign(page, 'Transit Riders').button.waitFor();
    },
  },
];
