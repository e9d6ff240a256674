import { sql } from 'drizzle-orm';
import type { Verb } from './verb.ts';

/** Takes unsent conversations from their texters, back to the pool. */
export const unassignUnsent: Verb = { change: () => ({ set: sql`texter_id = NULL` }), each: { assignedUnsent: -1 } };

/** Takes unreplied conversations from their texters, back to the pool. */
export const unassignUnreplied: Verb = {
  change: () => ({ set: sql`texter_id = NULL` }),
  each: { assignedUnreplied: -1 },
};

const lost = (status: number) =>
  sql`-total(status = ${sql.raw(String(status))} AND before_texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0)`;

/** Takes conversations of any status from their texters: back to the pool, as far as they belong there. */
export const unassign: Verb = {
  change: () => ({ set: sql`texter_id = NULL` }),
  each: {},
  some: { assignedUnsent: lost(1), assignedUnreplied: lost(2) },
};
