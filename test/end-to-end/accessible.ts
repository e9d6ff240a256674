import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

type Violation = { id: string; nodes: { target: unknown; failureSummary: string }[] };

/** What is right is not written down for each of its nodes. */
const axeRun = `axe.run({ resultTypes: ['violations'] })`;

/** axe over whole pages, host and kit together, as their readers meet them. */
export const accessible: readonly Scenario[] = (['light', 'dark'] as const).map(scheme => ({
  title: `axe finds nothing on the pages of the CRM with the kit on them, ${scheme}`,
  run: async ({ visit }: Stage) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const path of ['/campaigns', '/activity', '/team', '/getting-started', '/demo/reset']) {
      const page = await visit(path, { scheme });
      if (path === '/activity') await page.locator('operation-history').getByRole('row').nth(1).waitFor();
      if (path === '/campaigns') await page.locator('campaign-actions button').last().waitFor({ state: 'attached' });
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{ violations: Violation[] }>(axeRun);
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${path} ${id}: ${JSON.stringify(target)} ${failureSummary}`),
      );
      assert.deepEqual(found, []);
    }
  },
}));
