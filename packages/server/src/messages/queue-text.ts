import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { textingWindow } from '@campaign-kit/shared/texting-hours';
import type { Campaign } from '../campaigns/campaign.ts';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { conversations } from '../db/schema/conversations.ts';
import { emit } from '../realtime/emit.ts';
import { knownNumber } from './known-number.ts';
import { senderNumber } from './sender-number.ts';

export type Text = {
  readonly campaign: Campaign;
  readonly conversation: typeof conversations.$inferSelect;
  readonly kind: 'initial' | 'reply';
  readonly text: string;
  readonly media?: readonly string[];
  /** Null: the assistant, or the campaign by itself. */
  readonly userId: number | null;
  readonly assistant?: boolean;
  readonly now: number;
};

/**
 * The one door through which a text leaves: in the transaction that queues it, the campaign, the opt-out, the hours of the
 * contact and the state are looked at once more. The provider is called after commit.
 */
export async function queueText(tx: Transaction, wanted: Text): Promise<{ messageId: number }> {
  const { campaign, conversation, kind, text, media = [], userId, assistant = false, now } = wanted;
  const { organizationId, phone } = conversation;
  refuseWhereNothingMayBeSent(campaign, conversation, kind, now);
  if (text.trim() === '' && media.length === 0) throw new Refusal('validation', 'refusal.emptyText');
  const known = conversation.phoneNumberId ?? (await knownNumber(tx, organizationId, phone));
  const phoneNumberId = await senderNumber(tx, organizationId, { phone, known, campaigns: campaign.phoneNumberId });
  const recorded = await recordEvent(tx, {
    organizationId,
    conversationId: conversation.id,
    event: { type: kind === 'initial' ? 'initialAccepted' : 'agentReplied', at: now },
    message: { text, media, assistant, phoneNumberId },
    userId,
    now,
  });
  if (!recorded?.messageId) throw new Refusal('conflict', 'refusal.movedOn');
  await chooseOperator(tx, wanted);
  const event = { type: 'conversationChanged', conversationId: conversation.id, campaignId: campaign.id } as const;
  await emit(tx, organizationId, event, now);
  return { messageId: recorded.messageId };
}

/** The campaign's assistant operates from the first message on, until a person answers: then that person does. */
async function chooseOperator(tx: Transaction, { campaign, conversation, kind, userId }: Text): Promise<void> {
  const assistant =
    kind === 'initial' ? campaign.operatedBy === 'assistant' : conversation.assistant && userId === null;
  if (assistant === conversation.assistant) return;
  await tx.update(conversations).set({ assistant }).where(eq(conversations.id, conversation.id));
}

/** Why nothing may be sent here and now. The same for texters, the assistant and what goes out by itself. */
export function refuseWhereNothingMayBeSent(
  campaign: Campaign,
  conversation: Pick<typeof conversations.$inferSelect, 'optedOut' | 'escalated' | 'zone'>,
  kind: 'initial' | 'reply',
  now: number,
): void {
  if (campaign.archivedAt !== null) throw new Refusal('conflict', 'refusal.archived');
  if (campaign.launchedAt === null) throw new Refusal('conflict', 'refusal.notLaunched');
  if (campaign.sendingPausedAt !== null) throw new Refusal('conflict', 'refusal.sendingPaused');
  if (conversation.optedOut) throw new Refusal('conflict', 'refusal.contactOptedOut');
  if (kind === 'initial' && campaign.dueAt !== null && campaign.dueAt <= now) {
    throw new Refusal('conflict', 'refusal.pastDue');
  }
  const window = windowOf(campaign, conversation.zone, now);
  if (!window.open) throw new Refusal('conflict', 'refusal.outsideHours', {}, { opensAt: window.from });
}

/** The texting hours of the campaign where this contact lives. */
export const windowOf = (
  {
    textingFromMinute: fromMinute,
    textingToMinute: toMinute,
    timeZone,
  }: Pick<Campaign, 'textingFromMinute' | 'textingToMinute' | 'timeZone'>,
  zone: number,
  now: number,
) => textingWindow({ fromMinute, toMinute }, zone, timeZone, now);
