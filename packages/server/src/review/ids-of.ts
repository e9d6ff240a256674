import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { isDearest, isDearToAsk, type Condition, type Stretch } from '../conversations/condition.ts';
import type { Reader } from '../db/open.ts';
import { nextStep } from './step.ts';

/** How many steps the first one guesses that the whole will need. */
const firstParts = 16;

/** Whether reading the index of a condition is the dear part of it, so that it is better read once and kept. */
export const isDear = (condition: Condition): boolean => condition.unordered === true || isDearToAsk(condition);

/** So many ids of an index that is cheap to read are read in less than a step. */
export const atOnce = 8_192;

/** The ids that a condition holds for, in order and each once, read from its index; null where it holds more than `most`. */
export async function idsOf(
  read: Pick<Reader, 'all'>,
  condition: Condition,
  hull: Stretch,
  most = Infinity,
): Promise<number[] | null> {
  const { ids, unordered } = condition;
  const found: number[] = [];
  const few = !isDear(condition) && most <= atOnce;
  const parts = unordered || few ? 1 : isDearest(condition) ? firstParts / 4 : firstParts;
  let size = Math.ceil((hull.lastId - hull.firstId + 1) / parts);
  for (let from = hull.firstId; ids && from <= hull.lastId;) {
    const stretch = { firstId: from, lastId: Math.min(hull.lastId, from + size - 1) };
    const began = performance.now();
    const limit = most === Infinity ? sql`` : sql` LIMIT ${most + 1 - found.length}`;
    const [row] = await read.all<{ ids: string }>(
      sql`SELECT json_group_array(id) AS ids FROM (SELECT id FROM (${ids(stretch)})${limit})`,
    );
    for (const id of JSON.parse(row?.ids ?? '[]') as number[]) found.push(id);
    if (found.length > most) return null;
    from = stretch.lastId + 1;
    size = nextStep(size, performance.now() - began);
    await breathe();
  }
  return [...new Set(found)].filter(id => id >= hull.firstId && id <= hull.lastId).sort((a, b) => a - b);
}
