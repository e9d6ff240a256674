import { sql } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { campaignsOf } from '../conversations/campaigns-of.ts';
import { conditionsOf } from '../conversations/conditions-of.ts';
import type { SignedIn } from '../trpc/context.ts';
import { describeRows, type ReviewRow } from './describe-rows.ts';
import { isOfCampaigns } from './sought.ts';

/** Of these conversations, those that a filter asks for: what became of rows that somebody looks at. */
export async function rows(
  { db, session }: SignedIn,
  { filter, ids }: { filter: ReviewFilter; ids: readonly number[] },
): Promise<{ rows: ReviewRow[] }> {
  const { organizationId } = session;
  const conditions = await conditionsOf(db.read, organizationId, filter);
  const isOne = sql`conversations.organization_id = ${organizationId}
    AND conversations.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const ofCampaigns = isOfCampaigns(await campaignsOf(db.read, organizationId, filter));
  const isSought = sql.join([isOne, ofCampaigns, ...conditions.map(({ each }) => each)], sql` AND `);
  const [row] = await db.read.all<{ ids: string }>(
    sql`SELECT json_group_array(id) AS ids FROM conversations WHERE ${isSought}`,
  );
  return { rows: await describeRows(db.read, organizationId, JSON.parse(row?.ids ?? '[]') as number[]) };
}
