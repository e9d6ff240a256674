import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import type { Campaign } from './campaign.ts';

type Changeable = Pick<Campaign, 'title' | 'autoAssign' | 'archivedAt'>;

/** What an operation changed of the campaign itself: enough to give it back, and to see whether somebody else changed it since. */
export type CampaignChange = { was: Partial<Changeable>; became: Partial<Changeable> };

export async function changeCampaign(
  tx: Transaction,
  campaign: Campaign,
  became: Partial<Changeable>,
  now: number,
): Promise<CampaignChange> {
  await tx
    .update(campaigns)
    .set({ ...became, updatedAt: now })
    .where(eq(campaigns.id, campaign.id));
  const was = Object.fromEntries(Object.keys(became).map(key => [key, campaign[key as keyof Changeable]]));
  return { was, became };
}

/** Gives back what is still as the operation left it; false when nothing is. */
export async function giveBackCampaign(
  tx: Transaction,
  campaign: Campaign,
  { was, became }: CampaignChange,
  now: number,
): Promise<boolean> {
  const keys = (Object.keys(became) as (keyof Changeable)[]).filter(key => campaign[key] === became[key]);
  if (keys.length === 0) return false;
  const back = Object.fromEntries(keys.map(key => [key, was[key]]));
  await tx
    .update(campaigns)
    .set({ ...back, updatedAt: now })
    .where(eq(campaigns.id, campaign.id));
  return true;
}
