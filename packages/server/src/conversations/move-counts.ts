import { sql } from 'drizzle-orm';
import { counters, type Counter } from '@campaign-kit/shared/counts';
import type { Transaction } from '../db/open.ts';

const column: Record<Counter, string> = Object.fromEntries(
  counters.map(counter => [counter, counter.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)]),
) as Record<Counter, string>;

/** The column that keeps this count. */
export const countColumn = (counter: Counter): string => column[counter];

/** Moves the kept counts of a campaign by what just changed; nothing is written where nothing moved. */
export async function moveCounts(
  tx: Transaction,
  campaignId: number,
  delta: Readonly<Partial<Record<Counter, number>>>,
): Promise<void> {
  const moved = counters.filter(counter => delta[counter]);
  if (moved.length === 0) return;
  const names = moved.map(counter => sql.raw(column[counter]));
  const values = moved.map(counter => sql`${delta[counter]}`);
  const sums = moved.map(counter => sql.raw(`${column[counter]} = ${column[counter]} + excluded.${column[counter]}`));
  await tx.run(sql`
    INSERT INTO campaign_counts (campaign_id, ${sql.join(names, sql`, `)})
    VALUES (${campaignId}, ${sql.join(values, sql`, `)})
    ON CONFLICT (campaign_id) DO UPDATE SET ${sql.join(sums, sql`, `)}`);
}
