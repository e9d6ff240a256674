import { and, eq } from 'drizzle-orm';
import { next, type Conversation, type ConversationEvent } from '@campaign-kit/shared/conversation';
import { countDelta } from '@campaign-kit/shared/counts';
import { segments } from '@campaign-kit/shared/segments';
import type { Transaction } from '../db/open.ts';
import { conversations, messages } from '../db/schema/conversations.ts';
import { moveMessageCounts } from '../messages/move-message-counts.ts';
import type { CountKeeper } from './count-keeper.ts';
import { moveCounts } from './move-counts.ts';

type Row = typeof conversations.$inferSelect;

export type Written = {
  text: string;
  media?: readonly string[];
  /** Which of our numbers it goes out from, or came in at. */
  phoneNumberId?: number | null;
  assistant?: boolean;
  /** The provider's name for it, where it came from there. */
  serviceSid?: string | null;
};

export type Happened = {
  organizationId: number;
  conversationId: number;
  event: ConversationEvent;
  /** What was written, for the events that are messages. */
  message?: Written;
  /** Who wrote or did it; absent for the contact. */
  userId?: number | null;
  now: number;
  /** Where many events share a transaction: counts are gathered there, and written by its owner. */
  keeper?: CountKeeper;
};

/**
 * Lets one event happen to one conversation: what follows says shared `next`, the message and the kept counts go with it.
 * The row forgets its last operation, so that an undo leaves it alone. Null when the event may not happen.
 */
export async function recordEvent(
  tx: Transaction,
  happened: Happened,
): Promise<(Row & { messageId: number | null }) | null> {
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
  const phoneNumberId = ours(event) ? (happened.message?.phoneNumberId ?? row.phoneNumberId) : row.phoneNumberId;
  const changed = { ...row, ...after, ...untouched, lastAt, phoneNumberId };
  await tx.update(conversations).set(changed).where(eq(conversations.id, row.id));
  const delta = countDelta(row, after);
  if (happened.keeper) happened.keeper.move(row.campaignId, delta);
  else await moveCounts(tx, row.campaignId, delta);
  const messageId = 'at' in event ? await keepMessage(tx, row, after, happened, event.at) : null;
  return { ...changed, messageId };
}

const ours = ({ type }: ConversationEvent) => type === 'initialAccepted' || type === 'agentReplied';

async function keepMessage(
  tx: Transaction,
  row: Row,
  after: Conversation,
  { event, message = { text: '' }, userId = null, keeper }: Happened,
  createdAt: number,
): Promise<number | null> {
  const inbound = !ours(event);
  const { text, media = [], phoneNumberId = null, assistant = false, serviceSid = null } = message;
  const sendStatus = inbound ? null : ('queued' as const);
  const [kept] = await tx
    .insert(messages)
    .values({
      organizationId: row.organizationId,
      campaignId: row.campaignId,
      conversationId: row.id,
      inbound,
      initialOfPass: event.type === 'initialAccepted' ? after.pass : null,
      text,
      segments: inbound ? 1 : Math.max(1, segments(text).count),
      media: media.length > 0 ? [...media] : null,
      sendStatus,
      serviceSid,
      phoneNumberId,
      assistant,
      userId,
      createdAt,
    })
    .returning({ id: messages.id });
  const counted = [{ inbound, sendStatus: sendStatus ?? ('delivered' as const), errorCode: 0, by: 1 }];
  if (keeper) keeper.moveMessages(row.campaignId, counted);
  else await moveMessageCounts(tx, row.campaignId, counted);
  return kept?.id ?? null;
}
