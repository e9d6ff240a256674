import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { messages } from '../db/schema/conversations.ts';
import { initialMessage } from '../messages/script-for.ts';
import { queueText } from '../messages/queue-text.ts';
import type { SignedIn } from '../trpc/context.ts';
import { heldConversation } from './held-conversation.ts';
import { sentAlready } from './sent-already.ts';

/** `text` is what the texter saw: a script that was changed in between does not go out unseen. */
export type Initial = { conversationId: number; text: string; requestKey: string };

/** Sends the script, filled in here and not by the page. A held key or a second tab finds that it has gone out already. */
export async function sendInitial(
  { db, session, now, bus }: SignedIn,
  { conversationId, text: seen, requestKey }: Initial,
): Promise<{ messageId: number }> {
  const sent = await db.write(async tx => {
    const already = await sentAlready(tx, session, requestKey);
    if (already) return already;
    const { conversation, campaign } = await heldConversation(tx, session, { conversationId, own: true });
    if (conversation.status !== 'needsMessage') throw new Refusal('conflict', 'refusal.movedOn');
    const text = await initialMessage(tx, conversation, session.userId);
    if (text !== seen) throw new Refusal('conflict', 'refusal.scriptChanged');
    const queued = await queueText(tx, {
      campaign,
      conversation,
      kind: 'initial',
      text,
      userId: session.userId,
      now: now(),
    });
    await tx.update(messages).set({ requestKey }).where(eq(messages.id, queued.messageId));
    return queued;
  });
  bus.poke();
  return sent;
}
