import type { CampaignPlan } from './campaign-plans.ts';

/** Which conversation of the campaign is this person's, or null when they are not on its list. */
export function placeIn({ people }: CampaignPlan, person: number): number | null {
  const at = person - people.from;
  return at >= 0 && at < people.count ? at : null;
}
