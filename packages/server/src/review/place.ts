import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { ReviewSort } from '@campaign-kit/shared/review-filter';

/**
 * Where a row stands in a list: in which part of it, by what (an instant or a name), by which contact among those of one
 * name, and the id. No two rows stand at the same place, so the next page begins behind the last one.
 */
export type Place = readonly [part: number, at: number | string, contactId: number, id: number];

/** A part of a list that has one order: whose rows it is, and what of them it goes by. */
export type Part = {
  readonly part: number;
  readonly where: SQL | null;
  readonly by: 'waiting_since' | 'last_at' | 'name';
  readonly newestFirst: boolean;
};

/** Who needs a response waits: since the first reply that has none. */
export const isWaiting = sql`conversations.status = 2`;
const recent = { part: 0, where: null, by: 'last_at', newestFirst: true } as const satisfies Part;

/** The parts of a sorted list, one after the other. Behind those who wait are all others, the last message first. */
export const partsOf: Record<ReviewSort, readonly Part[]> = {
  recent: [recent],
  waiting: [
    { part: 0, where: isWaiting, by: 'waiting_since', newestFirst: false },
    { ...recent, part: 1, where: sql`NOT ${isWaiting}` },
  ],
  name: [{ part: 0, where: null, by: 'name', newestFirst: false }],
};

/** Which of two places comes first in the list. */
export const byPlace =
  (sort: ReviewSort) =>
  (a: Place, b: Place): number => {
    if (a[0] !== b[0]) return a[0] - b[0];
    const order = compare(a[1], b[1]) || a[2] - b[2] || a[3] - b[3];
    return partsOf[sort][a[0]]?.newestFirst ? -order : order;
  };

const astral = /[\ud800-\udfff]/;

/** Names as the database compares them: by their bytes, of which JavaScript's own order differs beyond the first plane only. */
function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  const byBytes = typeof a === 'string' && typeof b === 'string' && (astral.test(a) || astral.test(b));
  return byBytes ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : 1;
}

const place = z.tuple([
  z.int().min(0).max(1),
  z.union([z.int(), z.string().max(1_000)]),
  z.int().min(0),
  z.int().positive(),
]);

/** The place as the text that a caller gives back to get the next page. */
export const writePlace = (at: Place): string => JSON.stringify(at);

/** What a caller gave back. What no page of this sort ended with is refused. */
export function readPlace(text: string, sort: ReviewSort): Place {
  const read = place.safeParse(parsed(text));
  const wanted = sort === 'name' ? 'string' : 'number';
  if (!read.success || typeof read.data[1] !== wanted || read.data[0] >= partsOf[sort].length) {
    throw new Refusal('validation', 'refusal.input', { problem: 'after' });
  }
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
