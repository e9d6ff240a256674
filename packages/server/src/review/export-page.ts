import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { loadWords } from '@campaign-kit/shared/words/load';
import type { SignedIn } from '../trpc/context.ts';
import { describeRows } from './describe-rows.ts';
import { reviewCsv } from './review-csv.ts';
import { soughtBy, type Sought } from './sought.ts';
import { walk } from './walk.ts';

const rowsAtOnce = 250;

type Asked = { filter: ReviewFilter; after: number | null; limit: number; locale?: string | undefined };

/**
 * Conversations of a filter behind the id `after` as CSV, by id, so that a break is gone on from where it was. Page by page,
 * joined they are one file. `next` is the `after` of the next page, null at the end; `count` is how many rows this one has.
 */
export async function exportPage(
  { db, session }: SignedIn,
  { filter, after, limit, locale = 'en' }: Asked,
): Promise<{ csv: string; count: number; next: number | null }> {
  const { organizationId } = session;
  const spoken = await loadWords(locale);
  const ids = await idsAfter(await soughtBy(db.read, organizationId, filter), after ?? 0, limit + 1);
  const shown = ids.slice(0, limit);
  let csv = after === null ? reviewCsv.header(spoken) : '';
  for (let from = 0; from < shown.length; from += rowsAtOnce) {
    const rows = await describeRows(db.read, organizationId, shown.slice(from, from + rowsAtOnce));
    csv += reviewCsv.lines(rows, spoken);
    await breathe();
  }
  return { csv, count: shown.length, next: ids.length > limit ? (shown.at(-1) ?? null) : null };
}

async function idsAfter(sought: Sought, after: number, most: number): Promise<number[]> {
  const stretches = sought.stretches
    .filter(({ lastId }) => lastId > after)
    .map(({ firstId, lastId }) => ({ firstId: Math.max(firstId, after + 1), lastId }));
  const found: number[] = [];
  await walk({ ...sought, stretches }, async isSought => {
    const [row] = await sought.read.all<{ ids: string }>(sql`
      SELECT json_group_array(id) AS ids FROM (
        SELECT conversations.id FROM conversations NOT INDEXED
        WHERE ${isSought} ORDER BY conversations.id LIMIT ${most - found.length})`);
    found.push(...(JSON.parse(row?.ids ?? '[]') as number[]));
    return found.length >= most ? 'enough' : undefined;
  });
  return found;
}
