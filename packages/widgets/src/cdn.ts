import './boot.js';
import type { Boot } from './boot.ts';
import type { Finding } from './diagnose/finding.ts';

export { createCampaignKit } from './kit.ts';
export { KitError } from './kit-error.ts';

/**
 * Loads an element that boot cannot see: by its tag before it is needed, or in a shadow root of the host, which is watched
 * from then on. Resolves when what was found is defined.
 */
export const load: Boot['load'] = what =>
  (window as unknown as Record<symbol, Boot>)[Symbol.for('campaign-kit')]!.load(what);

/** Looks for what is wrong with the kit on this page or in a part of it, and prints it as a table. */
export const diagnose = async (root?: ParentNode): Promise<Finding[]> => {
  const { diagnosePage } = await import('./diagnose/diagnose-page.ts');
  return diagnosePage(root);
};
