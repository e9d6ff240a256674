import { desc, eq } from 'drizzle-orm';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Reader } from '../db/open.ts';
import { passes } from '../db/schema/campaigns.ts';

/** The words of each reason why a campaign cannot send by itself, the first that holds. */
export type Blocked =
  'refusal.archived' | 'refusal.notLaunched' | 'refusal.pastDue' | 'refusal.noScript' | 'refusal.noNumber';

/** Why nothing can go out by itself, beside hours and pauses; or null. Starting is refused with it, and the status shows it. */
export async function blockedBy(
  db: Pick<Reader, 'select'>,
  campaign: Campaign,
  perSecond: number,
  now: number,
): Promise<Blocked | null> {
  if (campaign.archivedAt !== null) return 'refusal.archived';
  if (campaign.launchedAt === null) return 'refusal.notLaunched';
  if (campaign.dueAt !== null && campaign.dueAt <= now) return 'refusal.pastDue';
  if (!(await hasScript(db, campaign.id))) return 'refusal.noScript';
  return perSecond === 0 ? 'refusal.noNumber' : null;
}

async function hasScript(db: Pick<Reader, 'select'>, campaignId: number): Promise<boolean> {
  const [last] = await db
    .select()
    .from(passes)
    .where(eq(passes.campaignId, campaignId))
    .orderBy(desc(passes.number))
    .limit(1);
  return [last?.script ?? '', ...(last?.variants ?? [])].some(text => text.trim() !== '');
}
