import { sql } from 'drizzle-orm';
import { cancelMessagesOf } from '../messages/cancel-messages-of.ts';
import type { Verb } from './verb.ts';

type Why = { operationId: number; organizationId: number; userId: number | null; reason: string; at: number };

const lost = (status: number) =>
  sql`-total(status = ${sql.raw(String(status))} AND before_texter_id IS NOT NULL AND opted_out = 0)`;

/** Sets conversations aside for staff, each with the reason. What has not left yet is cancelled, and an undo does not send it. */
export const escalate = ({ operationId, organizationId, userId, reason, at }: Why): Verb => ({
  change: (tx, _, { campaignId }) => ({
    set: sql`escalated = 1, texter_id = NULL`,
    after: async changed => {
      await tx.run(sql`
        INSERT INTO escalations (organization_id, conversation_id, user_id, reason, created_at, operation_id)
        SELECT ${organizationId}, id, ${userId}, ${reason}, ${at}, ${operationId}
        FROM conversations NOT INDEXED WHERE ${changed}`);
      await cancelMessagesOf(tx, campaignId, changed);
    },
  }),
  each: { escalated: 1 },
  some: { assignedUnsent: lost(1), assignedUnreplied: lost(2) },
  undoSet: sql`escalated = 0`,
  async beforeUndo(tx, changed) {
    await tx.run(sql`
      DELETE FROM escalations WHERE operation_id = ${operationId} AND conversation_id IN (
        SELECT id FROM conversations NOT INDEXED WHERE ${changed})`);
  },
});
