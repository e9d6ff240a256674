import { sql } from 'drizzle-orm';
import type { Change } from './verb.ts';

/**
 * Each texter gets a run of neighbours of this chunk. The surplus goes on where the last chunk's ended, so that over the
 * whole operation two texters never differ by more than one.
 */
export function dealOut(ids: readonly number[], texterIds: readonly number[], dealt: number): Change {
  const hands = texterIds.length;
  const share = Math.floor(ids.length / hands);
  const surplus = ids.length % hands;
  let dealtHere = 0;
  const runs = texterIds.map((_, place) => {
    dealtHere += share + (place < surplus ? 1 : 0);
    return { texterId: texterIds[(place + dealt) % hands] as number, lastId: ids[dealtHere - 1] };
  });
  const cases = runs
    .filter(run => run.lastId !== undefined)
    .map(({ lastId, texterId }) => sql`WHEN id <= ${lastId} THEN ${texterId}`);
  const texter = cases.length ? sql`CASE ${sql.join(cases, sql` `)} END` : sql`NULL`;
  return { set: sql`texter_id = ${texter}`, where: sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))` };
}
