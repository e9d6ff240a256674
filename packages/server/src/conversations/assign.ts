import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import type { Verb } from './verb.ts';

/** Deals conversations of the pool out to the texters: evenly, in blocks of neighbours. `dealt` is how many went out before this chunk. */
export const assignUnsent = (texterIds: readonly number[], dealt: number): Verb => ({
  set: async (tx, where) => sql`texter_id = ${await dealOut(tx, where, texterIds, dealt)}`,
  each: { assignedUnsent: 1 },
});

/**
 * Each texter gets a run of neighbours of this chunk. The surplus goes on where the last chunk's ended, so that over the
 * whole operation two texters never differ by more than one.
 */
async function dealOut(tx: Transaction, where: SQL, texterIds: readonly number[], dealt: number): Promise<SQL> {
  const hands = texterIds.length;
  const [found] = await tx.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM conversations NOT INDEXED WHERE ${where}`,
  );
  const share = Math.floor((found?.count ?? 0) / hands);
  const surplus = (found?.count ?? 0) % hands;
  const order = texterIds.map((_, place) => texterIds[(place + dealt) % hands] as number);
  const ends: number[] = [];
  let end = 0;
  for (let place = 0; place < hands; place++) ends.push((end += share + (place < surplus ? 1 : 0)));
  if (hands === 1 || !found?.count) return sql`${order[0]}`;
  const borders = await tx.all<{ id: number; place: number }>(sql`
    SELECT id, place FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM conversations NOT INDEXED WHERE ${where})
    WHERE place IN (SELECT value FROM json_each(${JSON.stringify(ends)}))`);
  const idAt = new Map(borders.map(border => [Number(border.place), border.id]));
  const cases = ends.flatMap((place, turn) =>
    idAt.has(place) ? [sql`WHEN id <= ${idAt.get(place)} THEN ${order[turn]}`] : [],
  );
  return sql`CASE ${sql.join(cases, sql` `)} END`;
}
