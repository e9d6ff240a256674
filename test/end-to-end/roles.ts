import assert from 'node:assert/strict';
import { campaign } from './campaign.ts';
import type { Scenario } from './scenario.ts';

const words = 'Only an admin or an owner can do this.';

/** Whoever may not is told who may; nothing fails. */
export const roles: readonly Scenario[] = (['supervolunteer', 'texter'] as const).map(role => ({
  title: `a ${role} is told who may, in the history, the menu and the dialog`,
  refused: /status of 403/,
  run: async ({ visit }) => {
    const page = await visit('/activity', { role });
    await page.locator('operation-history').getByText(words).waitFor();
    await page.goto('/campaigns');
    const { button } = campaign(page, 'School Board');
    await button.click();
    await page.locator('campaign-actions').getByText(words).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Release unhandled replies' }).click();
    await page.locator('release-replies-dialog').getByText(words).waitFor();
    assert.equal(await page.getByText('Try again').count(), 0, 'it is not shown as a failure');
  },
}));
