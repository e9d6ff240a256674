import { sql } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { Reader } from '../db/open.ts';

/** The campaigns of the organization that a filter is about; of those that it names, the ones that are there. */
export async function campaignsOf(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  { campaigns, archived }: Pick<ReviewFilter, 'campaigns' | 'archived'>,
): Promise<number[]> {
  const isWanted =
    archived === 'include' ? sql`1` : archived === 'only' ? sql`archived_at IS NOT NULL` : sql`archived_at IS NULL`;
  const isNamed = campaigns ? sql`id IN (SELECT value FROM json_each(${JSON.stringify(campaigns)}))` : sql`1`;
  const [row] = await read.all<{ ids: string }>(sql`
    SELECT json_group_array(id) AS ids FROM campaigns INDEXED BY campaigns_organization
    WHERE organization_id = ${organizationId} AND ${isWanted} AND ${isNamed}`);
  return JSON.parse(row?.ids ?? '[]') as number[];
}
