import { until } from './until.ts';
import type { Scenario } from './scenario.ts';

/** The CRM's own button at the top right, and the kit's dialog behind it. */
export const releaseReplies: readonly Scenario[] = [
  {
    title: 'an admin releases unhandled replies of all campaigns from the CRM’s own button',
    run: async ({ visit }) => {
      const page = await visit('/campaigns');
      await page.getByRole('button', { name: 'Release unhandled replies' }).click();
      const dialog = page.locator('release-replies-dialog').getByRole('dialog');
      const deed = dialog.getByRole('button', { name: /^Release [\d,]+ conversations$/ });
      await deed.waitFor();
      const usual = await deed.innerText();
      await dialog.getByRole('radio', { name: '8 hours' }).check();
      const fewer = await until(
        'another count',
        () => deed.innerText(),
        text => text !== usual,
      );
      const number = /[\d,]+/.exec(fewer)?.[0];
      await deed.click();
      await dialog.getByText(`Released ${number} conversations. They wait in the pool.`).waitFor();
      await page.keyboard.press('Escape');
      await until(
        'the dialog to close',
        () => dialog.count(),
        count => count === 0,
      );
    },
  },
];
