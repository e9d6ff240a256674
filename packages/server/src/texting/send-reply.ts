import { eq } from 'drizzle-orm';
import { messages, typing } from '../db/schema/conversations.ts';
import { queueText } from '../messages/queue-text.ts';
import type { SignedIn } from '../trpc/context.ts';
import { heldConversation, type Reached } from './held-conversation.ts';
import { sentAlready } from './sent-already.ts';

export type Reply = Reached & { text: string; media: string[]; requestKey: string };

/** Sends what was written; who holds the conversation goes on holding it. The same `requestKey` is the same text, however often the network makes the page send it. */
export async function sendReply(
  { db, session, now, bus }: SignedIn,
  { text, media, requestKey, ...reached }: Reply,
): Promise<{ messageId: number }> {
  const { userId } = session;
  const sent = await db.write(async tx => {
    const already = await sentAlready(tx, session, requestKey);
    if (already) return already;
    const { conversation, campaign } = await heldConversation(tx, session, reached);
    const queued = await queueText(tx, { campaign, conversation, kind: 'reply', text, media, userId, now: now() });
    await tx.update(messages).set({ requestKey }).where(eq(messages.id, queued.messageId));
    await tx.delete(typing).where(eq(typing.conversationId, conversation.id));
    return queued;
  });
  bus.poke();
  return sent;
}
