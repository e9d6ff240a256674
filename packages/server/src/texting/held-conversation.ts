import { Refusal } from '@campaign-kit/shared/refusal';
import { campaignOf, type Campaign } from '../campaigns/campaign.ts';
import { conversationOf, type ConversationRow } from '../conversations/conversation-of.ts';
import type { Reader } from '../db/open.ts';
import type { Session } from '../sessions/session.ts';

export type Held = { readonly conversation: ConversationRow; readonly campaign: Campaign };

/** A conversation that is this texter's own now. One that went to somebody else is said as such: a race is no mistake. */
export async function heldConversation(
  db: Pick<Reader, 'select'>,
  { organizationId, userId }: Session,
  conversationId: number,
): Promise<Held> {
  const conversation = await conversationOf(db, organizationId, conversationId);
  if (conversation.texterId !== userId) throw new Refusal('conflict', 'refusal.notYours');
  return { conversation, campaign: await campaignOf(db, organizationId, conversation.campaignId) };
}
