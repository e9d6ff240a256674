import { and, desc, eq, getTableColumns, isNotNull, isNull, lt } from 'drizzle-orm';
import { counters, type Counts } from '@campaign-kit/shared/counts';
import * as z from 'zod';
import { campaignCounts, campaigns } from '../db/schema/campaigns.ts';
import type { World } from '../world.ts';

/** `before`: the `next` of the page before. Query parameters, so numbers come as text. */
export const campaignsPage = z.strictObject({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  archived: z.enum(['true', 'false']).optional(),
});

const { campaignId: _, ...counts } = getTableColumns(campaignCounts);
const zeros = Object.fromEntries(counters.map(counter => [counter, 0])) as Counts;

/** The organization's campaigns for its host's own pages, newest first, with the counts that are kept. */
export async function listCampaigns(
  { db }: World,
  { organizationId, before, limit, archived }: { organizationId: number } & z.infer<typeof campaignsPage>,
) {
  const page = await db.read
    .select({
      id: campaigns.id,
      title: campaigns.title,
      launchedAt: campaigns.launchedAt,
      archivedAt: campaigns.archivedAt,
      dueAt: campaigns.dueAt,
      autoAssign: campaigns.autoAssign,
      counts,
    })
    .from(campaigns)
    .leftJoin(campaignCounts, eq(campaignCounts.campaignId, campaigns.id))
    .where(
      and(
        eq(campaigns.organizationId, organizationId),
        before === undefined ? undefined : lt(campaigns.id, before),
        archived === undefined ? undefined : (archived === 'true' ? isNotNull : isNull)(campaigns.archivedAt),
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(limit + 1);
  const rest = page.length > limit;
  const shown = page.slice(0, limit).map(campaign => ({ ...campaign, counts: campaign.counts ?? zeros }));
  return { campaigns: shown, next: rest ? (page[limit - 1]?.id ?? null) : null };
}
