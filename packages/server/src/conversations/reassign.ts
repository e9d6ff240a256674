import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { dealOut } from './deal-out.ts';
import type { Verb } from './verb.ts';

/** Neither opted out nor escalated: only these stand in the counts of what texters hold. */
const counted = sql`opted_out = 0 AND escalated = 0`;
const gained = (status: number) => sql`total(
  status = ${sql.raw(String(status))} AND ${counted} AND (texter_id IS NOT NULL) - (before_texter_id IS NOT NULL))`;

/**
 * Deals conversations out to the texters, whoever held them before and whatever their status: evenly, in blocks of
 * neighbours. `dealt` is how many went out before this chunk. A texter who was suspended since gets no more.
 */
export const reassign = (texterIds: readonly number[], dealt: number): Verb => ({
  change: async (tx, where) => {
    const hands = await active(tx, texterIds);
    if (hands.length === 0) return { set: sql`texter_id = texter_id`, where: sql`0` };
    const [found] = await tx.all<{ ids: string; assignedUnsent: number; assignedUnreplied: number }>(sql`
      SELECT json_group_array(id) AS ids,
        count(*) FILTER (WHERE texter_id IS NULL AND status = 1 AND ${counted}) AS assignedUnsent,
        count(*) FILTER (WHERE texter_id IS NULL AND status = 2 AND ${counted}) AS assignedUnreplied
      FROM conversations NOT INDEXED WHERE ${where}`);
    const { ids, ...some } = found!;
    // Asked once more, the condition costs less than a list of the ids would.
    return { set: dealOut(JSON.parse(ids) as number[], hands, dealt).set, some };
  },
  each: {},
  some: { assignedUnsent: sql`${gained(1)}`, assignedUnreplied: sql`${gained(2)}` },
});

async function active(tx: Transaction, texterIds: readonly number[]): Promise<number[]> {
  const found = await tx.all<{ id: number }>(sql`
    SELECT u.id FROM json_each(${JSON.stringify(texterIds)}) AS wanted
    CROSS JOIN users AS u ON u.id = wanted.value WHERE u.suspended_at IS NULL ORDER BY wanted.key`);
  return found.map(({ id }) => Math.trunc(id));
}
