import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';

export type Campaign = typeof campaigns.$inferSelect;

/** The campaign, if it is this organization's; otherwise it does not exist for the caller. */
export async function campaignOf(
  db: Pick<Reader, 'select'>,
  organizationId: number,
  campaignId: number,
): Promise<Campaign> {
  const [campaign] = await db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.organizationId, organizationId)));
  if (!campaign) throw new Refusal('not_found', 'refusal.noCampaign');
  return campaign;
}
