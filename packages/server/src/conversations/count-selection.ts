import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { LeftOut } from '@campaign-kit/shared/left-out';
import type { Reader } from '../db/open.ts';
import { chunkAfter } from '../operations/ranges.ts';
import { concernsOf, selected, type Selection } from './selections.ts';
import type { Chunk } from './verb.ts';

/** What a selection holds: the number that would change, and each reason with the number that it leaves out. */
export type Counted = {
  count: number;
  /** All that the selection is about: count and left out together. */
  total: number;
  leftOut: { reason: LeftOut; count: number }[];
  campaigns: number;
  /** Told where they are asked for: they cost as much again. */
  details: Details | null;
};

/** Of the rows that would change: who holds them, and since when the oldest has waited. */
export type Details = { texterIds: number[]; oldestWaitingSince: number | null };

const idsAtOnce = 25_000;
/** Four counters of 15 bits share one integer sum, which SQLite keeps exactly: a stretch has fewer rows than 2^15. */
const perSum = 4;
const bits = 15;

type Row = { sums: string; oldest?: number | null; texters?: string };

/**
 * Counts by walking the same ids that the action would walk, some thousands at a time, so that nobody waits for it. A
 * selection may be asked for anew for each stretch; who is left out and why stays the same.
 */
export async function countSelection(
  read: Reader,
  ranges: readonly Chunk[],
  asked: Selection | ((chunk: Chunk) => Selection),
  { details = false } = {},
): Promise<Counted> {
  const selectionOf = typeof asked === 'function' ? asked : () => asked;
  const { leavesOut } = selectionOf({ campaignId: 0, firstId: 1, lastId: 0 });
  const counts = new Array<number>(leavesOut.length + 1).fill(0);
  const campaignIds = new Set<number>();
  const rows: Row[] = [];
  let chunk = chunkAfter(ranges, 0, idsAtOnce);
  while (chunk) {
    const [row] = await read.all<Row>(statement(selectionOf(chunk), chunk, details));
    const [all = 0n, ...sums] = (JSON.parse(row?.sums ?? '[]') as string[]).map(BigInt);
    const out = leavesOut.map((_, at) =>
      Number(BigInt.asUintN(bits, (sums[Math.floor(at / perSum)] ?? 0n) >> BigInt(bits * (at % perSum)))),
    );
    const found = Number(all) - out.reduce((sum, count) => sum + count, 0);
    [found, ...out].forEach((count, at) => (counts[at] = (counts[at] ?? 0) + count));
    if (found) campaignIds.add(chunk.campaignId);
    if (row && details && found) rows.push(row);
    await breathe();
    chunk = chunkAfter(ranges, chunk.lastId, idsAtOnce);
  }
  return {
    count: counts[0] ?? 0,
    total: counts.reduce((sum, count) => sum + count, 0),
    leftOut: leavesOut.map(({ reason }, at) => ({ reason, count: counts[at + 1] ?? 0 })),
    campaigns: campaignIds.size,
    details: details ? detailsOf(rows) : null,
  };
}

function detailsOf(rows: readonly Row[]): Details {
  const oldest = rows.map(row => row.oldest).filter(value => value != null);
  return {
    texterIds: [...new Set(rows.flatMap(row => JSON.parse(row.texters ?? '[]') as number[]))],
    oldestWaitingSince: oldest.length ? Math.min(...oldest) : null,
  };
}

/** One pass over the stretch: each row that is left out adds the power that stands for its reason. */
function statement(selection: Selection, chunk: Chunk, details: boolean): SQL {
  const { leavesOut } = selection;
  const sumOf = (group: number): SQL => {
    const weight = (at: number) => sql.raw(String(Math.floor(at / perSum) === group ? 2 ** (bits * (at % perSum)) : 0));
    const cases = leavesOut.map(({ when }, at) => sql`WHEN ${when} THEN ${weight(at)}`);
    return sql`CAST(ifnull(sum(CASE ${sql.join(cases, sql` `)} ELSE 0 END), 0) AS TEXT)`;
  };
  const groups = Array.from({ length: Math.ceil(leavesOut.length / perSum) }, (_, group) => sumOf(group));
  const isSelected = selected({ concerns: sql`1`, leavesOut });
  const asked = details
    ? sql`, min(waiting_since) FILTER (WHERE ${isSelected}) AS oldest,
        json_group_array(DISTINCT texter_id) FILTER (WHERE texter_id IS NOT NULL AND ${isSelected}) AS texters`
    : sql``;
  return sql`
    SELECT json_array(${sql.join([sql`CAST(count(*) AS TEXT)`, ...groups], sql`, `)}) AS sums ${asked} FROM conversations NOT INDEXED
    WHERE id BETWEEN ${chunk.firstId} AND ${chunk.lastId} AND campaign_id = ${chunk.campaignId} AND ${concernsOf(selection, chunk)}`;
}
