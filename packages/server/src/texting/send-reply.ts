import { eq } from 'drizzle-orm';
import { messages, typing } from '../db/schema/conversations.ts';
import { queueText } from '../messages/queue-text.ts';
import type { SignedIn } from '../trpc/context.ts';
import { heldConversation } from './held-conversation.ts';
import { sentAlready } from './sent-already.ts';

export type Reply = { conversationId: number; text: string; media: string[]; requestKey: string };

/** Sends what the texter wrote. The same `requestKey` is the same text, however often the network makes the page send it. */
export async function sendReply(
  { db, session, now, bus }: SignedIn,
  { conversationId, text, media, requestKey }: Reply,
): Promise<{ messageId: number }> {
  const { userId } = session;
  const sent = await db.write(async tx => {
    const already = await sentAlready(tx, session, requestKey);
    if (already) return already;
    const { conversation, campaign } = await heldConversation(tx, session, conversationId);
    const queued = await queueText(tx, { campaign, conversation, kind: 'reply', text, media, userId, now: now() });
    await tx.update(messages).set({ requestKey }).where(eq(messages.id, queued.messageId));
    await tx.delete(typing).where(eq(typing.conversationId, conversationId));
    return queued;
  });
  bus.poke();
  return sent;
}
