import type { Page } from 'playwright-core';
import type { Finding } from '@campaign-kit/widgets/diagnose/finding';

/** What the kit finds wrong with a page, as its author would ask it in the console. */
export async function wrongOn(page: Page, kitUrl: string): Promise<Omit<Finding, 'ok'>[]> {
  const asked = `import('${kitUrl}/kit/v1/kit.js').then(kit => kit.diagnose())`;
  const findings = await page.evaluate<Finding[]>(asked);
  return findings.filter(({ ok }) => !ok).map(({ what, fix, line }) => ({ what, fix, line }));
}
