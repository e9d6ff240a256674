import { typing } from '../db/schema/conversations.ts';
import type { SignedIn } from '../trpc/context.ts';
import { heldConversation, type Reached } from './held-conversation.ts';

/** So long a person who typed last is believed to be typing still. */
export const typingMs = 30_000;

/** A person types: the assistant is silent in this conversation until they have stopped for a while. */
export async function setTyping({ db, session, now }: SignedIn, reached: Reached): Promise<void> {
  const { conversationId } = reached;
  await db.write(async tx => {
    await heldConversation(tx, session, reached);
    const row = { userId: session.userId, until: now() + typingMs };
    await tx
      .insert(typing)
      .values({ conversationId, ...row })
      .onConflictDoUpdate({ target: typing.conversationId, set: row });
  });
}
