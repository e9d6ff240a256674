import { sql, type SQL } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { Reader } from '../db/open.ts';

type Wanted = Pick<ReviewFilter, 'campaigns' | 'archived'>;

/** The campaigns of the organization that a filter is about; of those that it names, the ones that are there. */
export async function campaignsOf(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  filter: Wanted,
): Promise<number[]> {
  const [row] = await read.all<{ ids: string }>(
    sql`SELECT json_group_array(id) AS ids FROM (${idsOfCampaigns(organizationId, filter)})`,
  );
  return JSON.parse(row?.ids ?? '[]') as number[];
}

/** The same as a statement. */
export function idsOfCampaigns(organizationId: number, { campaigns, archived }: Wanted): SQL {
  const isWanted =
    archived === 'include' ? sql`1` : archived === 'only' ? sql`archived_at IS NOT NULL` : sql`archived_at IS NULL`;
  const isNamed = campaigns ? sql`id IN (SELECT value FROM json_each(${JSON.stringify(campaigns)}))` : sql`1`;
  return sql`
    SELECT id FROM campaigns INDEXED BY campaigns_organization
    WHERE organization_id = ${organizationId} AND ${isWanted} AND ${isNamed}`;
}
