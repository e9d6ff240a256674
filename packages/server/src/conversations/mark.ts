import { sql } from 'drizzle-orm';
import type { Verb } from './verb.ts';

const isMessaged = sql`status = 0`;
const isNeedsMessage = sql`status = 1`;
/** With a texter, and neither opted out nor escalated: the rows of the counter `assignedUnsent`. */
const held = sql`total(texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0)`;

/** Messaged conversations need an initial message again; the texter stays. */
export const mark: Verb = {
  change: () => ({ set: sql`${isNeedsMessage}, pass = pass + 1` }),
  each: { messaged: -1, needsMessage: 1, marked: 1 },
  some: { assignedUnsent: held },
};

/** The way back from a mark, for conversations that nothing was sent to since. */
export const unmark: Verb = {
  change: () => ({ set: sql`${isMessaged}, pass = pass - 1` }),
  each: { needsMessage: -1, marked: -1, messaged: 1 },
  some: { assignedUnsent: sql`-${held}` },
};
