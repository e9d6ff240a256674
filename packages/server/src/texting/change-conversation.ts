import { and, count, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { ConversationEvent } from '@campaign-kit/shared/conversation';
import { oweAnswer } from '../assistant/owe-answer.ts';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { questions } from '../db/schema/campaigns.ts';
import { answers, conversations, conversationTags, escalations } from '../db/schema/conversations.ts';
import { cancelMessages } from '../messages/cancel-messages.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';
import { tagNamed } from '../tags/tag-named.ts';
import { heldConversation, type Held, type Reached } from './held-conversation.ts';

/** What a texter does to a conversation besides answering it. */
export type ConversationChange =
  | { type: 'close' }
  | { type: 'reopen' }
  | { type: 'optOut' }
  | { type: 'escalate'; reason: string }
  | { type: 'needsAttention'; on: boolean }
  | { type: 'assistant'; on: boolean }
  | { type: 'notOptOut' }
  | { type: 'tag'; name: string }
  | { type: 'untag'; tagId: number }
  | { type: 'answer'; questionId: number; value: string | null };

export const mostTags = 3;

type Work = Held & { tx: Transaction; ctx: SignedIn; now: number };

/** Changes one conversation, a texter one of their own; the server looks whether it still is. Everything is in the history of one row. */
export async function changeConversation(
  ctx: SignedIn,
  { change, ...reached }: Reached & { change: ConversationChange },
): Promise<void> {
  const { db, session, now: clock, bus } = ctx;
  const { conversationId } = reached;
  await db.write(async tx => {
    const now = clock();
    const held = await heldConversation(tx, session, reached);
    await apply(change, { ...held, tx, ctx, now });
    const { campaignId } = held.conversation;
    await emit(tx, session.organizationId, { type: 'conversationChanged', conversationId, campaignId }, now);
  });
  bus.poke();
}

async function apply(change: ConversationChange, work: Work): Promise<void> {
  const { tx, conversation, ctx, now } = work;
  const { id: conversationId, organizationId, phone } = conversation;
  const { userId } = ctx.session;
  const set = (values: Partial<typeof conversations.$inferInsert>) =>
    tx.update(conversations).set(values).where(eq(conversations.id, conversationId));
  switch (change.type) {
    case 'close':
      return happen(work, { type: 'closed' });
    case 'reopen':
      return happen(work, { type: 'reopened' });
    case 'optOut':
      await set({ likelyOptOut: false, needsAttention: false });
      return optOutPhone(tx, { organizationId, phone, reason: 'texter', now });
    case 'notOptOut':
      return void (await set({ likelyOptOut: false, needsAttention: false }));
    case 'escalate':
      await happen(work, { type: 'escalated' });
      await cancelMessages(tx, conversationId);
      return void (await tx
        .insert(escalations)
        .values({ organizationId, conversationId, userId, reason: change.reason, createdAt: now }));
    case 'needsAttention':
      return void (await set({ needsAttention: change.on }));
    case 'assistant':
      await set({ assistant: change.on });
      if (change.on && conversation.status === 'needsResponse') await oweAnswer(tx, conversationId, now);
      return;
    case 'tag':
      return addTag(work, change.name);
    case 'untag':
      return void (await tx
        .delete(conversationTags)
        .where(and(eq(conversationTags.conversationId, conversationId), eq(conversationTags.tagId, change.tagId))));
    case 'answer':
      return answer(work, change.questionId, change.value);
  }
}

async function happen({ tx, conversation, ctx, now }: Work, event: ConversationEvent): Promise<void> {
  const { id: conversationId, organizationId } = conversation;
  const { userId } = ctx.session;
  const happened = await recordEvent(tx, { organizationId, conversationId, event, userId, now });
  if (!happened) throw new Refusal('conflict', 'refusal.movedOn');
}

async function addTag({ tx, conversation, now }: Work, name: string): Promise<void> {
  const { id: conversationId, organizationId } = conversation;
  const values = { conversationId, tagId: await tagNamed(tx, organizationId, name, now) };
  await tx.insert(conversationTags).values(values).onConflictDoNothing();
  const [sum] = await tx
    .select({ tags: count() })
    .from(conversationTags)
    .where(eq(conversationTags.conversationId, conversationId));
  if (sum!.tags > mostTags) throw new Refusal('validation', 'refusal.tooManyTags', { most: mostTags });
}

async function answer(
  { tx, conversation, campaign, now }: Work,
  questionId: number,
  value: string | null,
): Promise<void> {
  const [question] = await tx
    .select()
    .from(questions)
    .where(and(eq(questions.id, questionId), eq(questions.campaignId, campaign.id)));
  if (!question) throw new Refusal('not_found', 'refusal.noQuestion');
  if (value !== null && !question.options.some(option => option.answer === value)) {
    throw new Refusal('validation', 'refusal.noAnswer');
  }
  const row = { conversationId: conversation.id, questionId };
  await tx
    .delete(answers)
    .where(and(eq(answers.conversationId, row.conversationId), eq(answers.questionId, questionId)));
  if (value !== null) await tx.insert(answers).values({ ...row, value, createdAt: now });
}
