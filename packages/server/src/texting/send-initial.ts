import type { SignedIn } from '../trpc/context.ts';
import { initialMessage } from '../messages/script-for.ts';
import { queueText } from '../messages/queue-text.ts';
import { heldConversation } from './held-conversation.ts';

/** Sends the script, filled in here and not by the page. A held key or a second tab finds that it has gone out already. */
export async function sendInitial(
  { db, session, now, bus }: SignedIn,
  { conversationId }: { conversationId: number },
): Promise<{ messageId: number }> {
  const sent = await db.write(async tx => {
    const { conversation, campaign } = await heldConversation(tx, session, conversationId);
    const text = await initialMessage(tx, conversation, session.userId);
    return queueText(tx, { campaign, conversation, kind: 'initial', text, userId: session.userId, now: now() });
  });
  bus.poke();
  return sent;
}
