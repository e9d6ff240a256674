import { and, eq } from 'drizzle-orm';
import { next, type Conversation, type ConversationEvent } from '@campaign-kit/shared/conversation';
import { countDelta } from '@campaign-kit/shared/counts';
import type { Transaction } from '../db/open.ts';
import { conversations, messages } from '../db/schema/conversations.ts';
import { moveMessageCounts } from '../messages/move-message-counts.ts';
import { moveCounts } from './move-counts.ts';

type Row = typeof conversations.$inferSelect;

export type Happened = {
  organizationId: number;
  conversationId: number;
  event: ConversationEvent;
  /** What was written, for the events that are messages. */
  text?: string;
  /** Who wrote or did it; absent for the contact. */
  userId?: number | null;
  now: number;
};

/**
 * Lets one event happen to one conversation: what follows says shared `next`, the message and the kept counts go with it.
 * The row forgets its last operation, so that an undo leaves it alone. Null when the event may not happen.
 */
export async function recordEvent(tx: Transaction, happened: Happened): Promise<Row | null> {
  const { organizationId, conversationId, event } = happened;
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), eq(conversations.organizationId, organizationId)));
  const after = row && next(row, event);
  if (!row || !after) return null;
  const untouched = {
    operationId: null,
    beforeTexterId: null,
    beforeStatus: null,
    beforePass: null,
    beforeOperationId: null,
  };
  const lastAt = 'at' in event ? Math.max(row.lastAt, event.at) : row.lastAt;
  const changed = { ...row, ...after, ...untouched, lastAt };
  await tx.update(conversations).set(changed).where(eq(conversations.id, row.id));
  await moveCounts(tx, row.campaignId, countDelta(row, after));
  if ('at' in event) await keepMessage(tx, row, after, happened, event.at);
  return changed;
}

async function keepMessage(tx: Transaction, row: Row, after: Conversation, happened: Happened, createdAt: number) {
  const inbound = happened.event.type === 'contactReplied' || happened.event.type === 'contactOptedOut';
  const initialOfPass = happened.event.type === 'initialAccepted' ? after.pass : null;
  const sendStatus = inbound ? null : ('queued' as const);
  await tx.insert(messages).values({
    organizationId: row.organizationId,
    campaignId: row.campaignId,
    conversationId: row.id,
    inbound,
    initialOfPass,
    text: happened.text ?? '',
    sendStatus,
    userId: happened.userId ?? null,
    createdAt,
  });
  await moveMessageCounts(tx, row.campaignId, [
    { inbound, sendStatus: sendStatus ?? 'delivered', errorCode: 0, by: 1 },
  ]);
}
