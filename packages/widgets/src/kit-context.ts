import type { Context } from '@lit/context';
import type { CampaignKit } from './kit.ts';

/** A string, not an object: two copies of the kit on one page, of two bundles, still find each other. */
export const kitContext = 'campaign-kit' as unknown as Context<string, CampaignKit>;
