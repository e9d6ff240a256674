import { sql, type SQL } from 'drizzle-orm';
import { reviewStatuses, type ReviewFilter } from '@campaign-kit/shared/review-filter';
import { idsOfCampaigns } from '../conversations/campaigns-of.ts';
import { countColumn } from '../conversations/move-counts.ts';
import type { Reader } from '../db/open.ts';

/** The count of a filter that kept counts can answer: by campaigns, and by statuses or one fact. Null for all others. */
export async function keptCount(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  filter: ReviewFilter,
): Promise<number | null> {
  const { campaigns: _campaigns, archived: _archived, ...rest } = filter;
  const sum = sumFor(rest);
  if (!sum) return null;
  const [row] = await read.all<{ sum: number }>(sql`
    SELECT CAST(total(${sum}) AS INTEGER) AS sum FROM campaign_counts
    WHERE campaign_id IN (${idsOfCampaigns(organizationId, filter)})`);
  return row?.sum ?? 0;
}

const column = (counter: Parameters<typeof countColumn>[0]): SQL => sql.raw(countColumn(counter));

function sumFor({ statuses, ...rest }: Omit<ReviewFilter, 'campaigns' | 'archived'>): SQL | null {
  const all = sql.join([...new Set(statuses ?? reviewStatuses)].map(column), sql` + `);
  const asked = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return all;
  const [[name, value]] = asked as [[string, unknown]];
  if (asked.length > 1 || statuses || (name !== 'escalated' && name !== 'optedOut')) return null;
  return value === true ? column(name) : sql`${all} - ${column(name)}`;
}
