import { sql, type SQL } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Reader } from '../db/open.ts';

/** What a filter names has to be the organization's own: what is another's does not exist for the caller. */
export async function refuseForeign(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  { campaigns = [], texters = [], tags = [] }: ReviewFilter,
): Promise<void> {
  const named: readonly (readonly [SQL, readonly number[], WordKey])[] = [
    [sql`campaigns`, campaigns, 'refusal.noCampaign'],
    [sql`users`, texters, 'refusal.noTexter'],
    [sql`tags`, tags, 'refusal.noTag'],
  ];
  for (const [table, ids, reason] of named) {
    if (ids.length === 0) continue;
    const [own] = await read.all<{ count: number }>(sql`
      SELECT count(DISTINCT t.id) AS count FROM json_each(${JSON.stringify(ids)}) AS wanted
      CROSS JOIN ${table} AS t ON t.id = wanted.value WHERE t.organization_id = ${organizationId}`);
    if (own?.count !== new Set(ids).size) throw new Refusal('not_found', reason);
  }
}
