import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader } from '../db/open.ts';
import { conversations } from '../db/schema/conversations.ts';

export type ConversationRow = typeof conversations.$inferSelect;

/** The conversation, if it is this organization's; otherwise it does not exist for the caller. */
export async function conversationOf(
  db: Pick<Reader, 'select'>,
  organizationId: number,
  conversationId: number,
): Promise<ConversationRow> {
  const [conversation] = await db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), eq(conversations.organizationId, organizationId)));
  if (!conversation || conversation.status === 'removed') throw new Refusal('not_found', 'refusal.noConversation');
  return conversation;
}
