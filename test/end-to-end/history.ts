import assert from 'node:assert/strict';
import type { Scenario } from './scenario.ts';
import { until } from './until.ts';

/** Who did what, and taking it back later and from elsewhere. */
export const history: readonly Scenario[] = [
  {
    title: 'the history tells what was done, and gives it back',
    run: async ({ visit }) => {
      const page = await visit('/activity');
      const rows = page.locator('operation-history').getByRole('row');
      await rows.nth(1).waitFor();
      const texts = await rows.allInnerTexts();
      assert.ok(texts.some(text => text.includes('Release unhandled replies') && text.includes('Amara Okafor')));
      assert.ok(!texts.some(text => text.includes('Southside')), 'nothing of another organization');
      const release = rows.filter({ hasText: 'Release unhandled replies' }).filter({ hasText: 'Daniel Reyes' }).first();
      await release.getByRole('button', { name: /Undo/ }).click();
      const give = page.locator('operation-history').getByRole('button', { name: /^Give back/ });
      await give.click();
      await until(
        'the undo',
        async () => (await rows.nth(1).innerText()).replace(/\s+/g, ' '),
        text => text.includes('Undo: Release'),
      );
    },
  },
  {
    title: 'the drawer of a campaign has its own history',
    run: async ({ visit }) => {
      const page = await visit('/campaigns?campaign=3');
      const drawer = page.locator('dialog.drawer');
      await drawer.getByRole('heading', { name: /Northside Neighbors/ }).waitFor();
      const rows = drawer.locator('operation-history').getByRole('row');
      await until(
        'rows',
        () => rows.allInnerTexts(),
        texts => texts.some(text => text.includes('Mark for second pass')),
      );
      assert.ok(
        !(await rows.allInnerTexts()).some(text => text.includes('Archive campaign')),
        'of this campaign alone',
      );
    },
  },
];
