import { sql, type SQL } from 'drizzle-orm';
import type { Verb } from './verb.ts';

const left = (status: number, and: SQL = sql``) => sql`-total(before_status = ${sql.raw(String(status))}${and})`;
const held = sql` AND texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0`;

/** Nobody has to answer any more. How long a contact waits stays known, for whoever opens it again. */
export const close: Verb = {
  change: () => ({ set: sql`status = 4` }),
  each: { closed: 1 },
  some: {
    messaged: left(0),
    needsMessage: left(1),
    needsResponse: left(2),
    convo: left(3),
    unmessaged: left(1, sql` AND pass = 1`),
    marked: left(1, sql` AND pass > 1`),
    assignedUnsent: left(1, held),
    assignedUnreplied: left(2, held),
  },
};
