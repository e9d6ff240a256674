import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { LeftOut } from '@campaign-kit/shared/left-out';
import type { Reader } from '../db/open.ts';
import { chunkAfter } from '../operations/ranges.ts';
import type { Selection } from './selections.ts';
import type { Chunk } from './verb.ts';

/** What a selection holds: the number that would change, and each reason with the number that it leaves out. */
export type Counted = {
  count: number;
  /** All that the selection is about: count and left out together. */
  total: number;
  leftOut: { reason: LeftOut; count: number }[];
  lowestPass: number | null;
  highestPass: number | null;
  oldestWaitingSince: number | null;
  texterIds: number[];
  campaigns: number;
};

const idsAtOnce = 25_000;
/** Three counters of 17 bits share one integer sum: a stretch has fewer rows than that, and a double holds 51 bits. */
const perSum = 3;
const radix = 2 ** 17;

type Row = { sums: string; lowest: number | null; highest: number | null; oldest: number | null; texters: string };

/** Counts by walking the same ids that the action would walk, some thousands at a time, so that nobody waits for it. */
export async function countSelection(read: Reader, ranges: readonly Chunk[], selection: Selection): Promise<Counted> {
  const verdicts = selection.leavesOut.length + 1;
  const counts = new Array<number>(verdicts).fill(0);
  const texterIds = new Set<number>();
  const campaignIds = new Set<number>();
  const lowest: number[] = [];
  const highest: number[] = [];
  const oldest: number[] = [];
  let chunk = chunkAfter(ranges, 0, idsAtOnce);
  while (chunk) {
    const [row] = await read.all<Row>(statement(selection, chunk));
    const sums = JSON.parse(row?.sums ?? '[]') as number[];
    const found = counts.map(
      (_, at) => Math.floor((sums[Math.floor(at / perSum)] ?? 0) / radix ** (at % perSum)) % radix,
    );
    found.forEach((count, at) => (counts[at] = (counts[at] ?? 0) + count));
    if (found[0]) campaignIds.add(chunk.campaignId);
    for (const id of JSON.parse(row?.texters ?? '[]') as number[]) texterIds.add(id);
    if (row?.lowest != null) lowest.push(row.lowest);
    if (row?.highest != null) highest.push(row.highest);
    if (row?.oldest != null) oldest.push(row.oldest);
    await breathe();
    chunk = chunkAfter(ranges, chunk.lastId, idsAtOnce);
  }
  return {
    count: counts[0] ?? 0,
    total: counts.reduce((sum, count) => sum + count, 0),
    leftOut: selection.leavesOut.map(({ reason }, at) => ({ reason, count: counts[at + 1] ?? 0 })),
    lowestPass: lowest.length ? Math.min(...lowest) : null,
    highestPass: highest.length ? Math.max(...highest) : null,
    oldestWaitingSince: oldest.length ? Math.min(...oldest) : null,
    texterIds: [...texterIds],
    campaigns: campaignIds.size,
  };
}

/** One pass over the stretch: each row adds the power that stands for its verdict. */
function statement({ concerns, leavesOut }: Selection, chunk: Chunk): SQL {
  const isSelected = sql.join([concerns, ...leavesOut.map(({ when }) => sql`NOT (${when})`)], sql` AND `);
  const sumOf = (group: number): SQL => {
    const weights = [...leavesOut.map((_, at) => at + 1), 0].map(at =>
      Math.floor(at / perSum) === group ? radix ** (at % perSum) : 0,
    );
    const cases = leavesOut.map(({ when }, at) => sql`WHEN ${when} THEN ${sql.raw(String(weights[at]))}`);
    const whole = sql.join([...cases, sql`ELSE ${sql.raw(String(weights.at(-1)))}`], sql` `);
    return sql`ifnull(sum(${leavesOut.length ? sql`CASE ${whole} END` : sql`1`}), 0)`;
  };
  const groups = Array.from({ length: Math.ceil((leavesOut.length + 1) / perSum) }, (_, group) => sumOf(group));
  return sql`
    SELECT json_array(${sql.join(groups, sql`, `)}) AS sums,
      min(pass) FILTER (WHERE ${isSelected}) AS lowest, max(pass) FILTER (WHERE ${isSelected}) AS highest,
      min(waiting_since) FILTER (WHERE ${isSelected}) AS oldest,
      json_group_array(DISTINCT texter_id) FILTER (WHERE texter_id IS NOT NULL AND ${isSelected}) AS texters
    FROM conversations NOT INDEXED
    WHERE id BETWEEN ${chunk.firstId} AND ${chunk.lastId} AND campaign_id = ${chunk.campaignId} AND ${concerns}`;
}
