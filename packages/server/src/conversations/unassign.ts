import { sql } from 'drizzle-orm';
import { statusNumber } from '../db/columns.ts';
import { cancelMessagesOf } from '../messages/cancel-messages-of.ts';
import type { Verb } from './verb.ts';

/**
 * Where the contact has written again before our answer left, whoever takes the conversation next answers both: what waits in the
 * queue is cancelled, and an undo does not send it. What is answered is answered: that goes out, whoever holds it.
 */
const letGo: Verb['change'] = (tx, _where, { campaignId }) => ({
  set: sql`texter_id = NULL`,
  after: changed => cancelMessagesOf(tx, campaignId, sql`${changed} AND status = ${statusNumber.needsResponse}`),
});

/** Takes unsent conversations from their texters, back to the pool. */
export const unassignUnsent: Verb = { change: () => ({ set: sql`texter_id = NULL` }), each: { assignedUnsent: -1 } };

/** Takes unreplied conversations from their texters, back to the pool. */
export const unassignUnreplied: Verb = {
  change: letGo,
  each: { assignedUnreplied: -1 },
};

const lost = (status: number) =>
  sql`-total(status = ${sql.raw(String(status))} AND before_texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0)`;

/** Takes conversations of any status from their texters: back to the pool, as far as they belong there. */
export const unassign: Verb = {
  change: letGo,
  each: {},
  some: { assignedUnsent: lost(1), assignedUnreplied: lost(2) },
};
