import { sql } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { SignedIn } from '../trpc/context.ts';

export type FoundCampaign = { id: number; title: string; archived: boolean };

type Asked = Pick<ReviewFilter, 'archived'> & { text: string; limit: number };

/** Campaigns by a part of their title, the newest first. */
export async function searchCampaigns(
  { db, session }: SignedIn,
  { text, archived, limit }: Asked,
): Promise<FoundCampaign[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const isWanted =
    archived === 'include' ? sql`1` : archived === 'only' ? sql`archived_at IS NOT NULL` : sql`archived_at IS NULL`;
  const [row] = await db.read.all<{ campaigns: string }>(sql`
    SELECT json_group_array(json_object('id', id, 'title', title,
      'archived', json(iif(archived_at IS NULL, 'false', 'true')))) AS campaigns
    FROM (
      SELECT id, title, archived_at FROM campaigns INDEXED BY campaigns_organization
      WHERE organization_id = ${session.organizationId} AND ${isWanted} AND title LIKE ${pattern} ESCAPE '\\'
      ORDER BY id DESC LIMIT ${limit}
    )`);
  return JSON.parse(row?.campaigns ?? '[]') as FoundCampaign[];
}
