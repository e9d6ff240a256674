import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { campaignOf, type Campaign } from '../campaigns/campaign.ts';
import { conversationOf, type ConversationRow } from '../conversations/conversation-of.ts';
import type { Reader } from '../db/open.ts';
import { users } from '../db/schema/organizations.ts';
import type { Session } from '../sessions/session.ts';

export type Held = { readonly conversation: ConversationRow; readonly campaign: Campaign };

/** `own`: the caller works as a texter, and wants to hear of it when the conversation went to somebody else. */
export type Reached = { readonly conversationId: number; readonly own?: true | undefined };

/**
 * A conversation that this session may see and answer: a texter their own, staff all of the organization. One that went to
 * somebody else is said as such: a race is no mistake.
 */
export async function heldConversation(
  db: Pick<Reader, 'select'>,
  { organizationId, userId, scopes }: Session,
  { conversationId, own }: Reached,
): Promise<Held> {
  const conversation = await conversationOf(db, organizationId, conversationId);
  await refuseSuspended(db, userId);
  const everyone = !own && scopes.includes('review:reply');
  if (!everyone && conversation.texterId !== userId) throw new Refusal('conflict', 'refusal.notYours');
  return { conversation, campaign: await campaignOf(db, organizationId, conversation.campaignId) };
}

/** Inside the transaction that sends, once more: somebody may have been suspended since their call came in. */
async function refuseSuspended(db: Pick<Reader, 'select'>, userId: number): Promise<void> {
  const [user] = await db.select({ suspendedAt: users.suspendedAt }).from(users).where(eq(users.id, userId));
  if (user?.suspendedAt != null) throw new Refusal('forbidden', 'refusal.suspended');
}
