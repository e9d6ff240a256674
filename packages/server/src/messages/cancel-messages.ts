import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import { moveMessage } from './move-message.ts';

/** What has not left yet never does. What is with the provider already is not ours any more. */
export async function cancelMessages(tx: Transaction, conversationId: number): Promise<number> {
  const waiting = await tx
    .select()
    .from(messages)
    .where(
      and(eq(messages.conversationId, conversationId), inArray(messages.sendStatus, ['queued', 'waiting', 'held'])),
    );
  for (const message of waiting) await moveMessage(tx, message, 'cancelled', { dueAt: null });
  return waiting.length;
}
