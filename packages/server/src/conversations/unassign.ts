import { sql } from 'drizzle-orm';
import type { Verb } from './verb.ts';

/** Takes unsent conversations from their texters, back to the pool. */
export const unassignUnsent: Verb = { change: () => ({ set: sql`texter_id = NULL` }), each: { assignedUnsent: -1 } };

/** Takes unreplied conversations from their texters, back to the pool. */
export const unassignUnreplied: Verb = {
  change: () => ({ set: sql`texter_id = NULL` }),
  each: { assignedUnreplied: -1 },
};
