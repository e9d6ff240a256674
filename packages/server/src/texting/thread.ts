import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { fillScript } from '@campaign-kit/shared/script';
import { smsError, type SmsReason } from '@campaign-kit/shared/sms-errors';
import { cannedReplies, questions, tags } from '../db/schema/campaigns.ts';
import { answers, conversationTags, escalations, messages } from '../db/schema/conversations.ts';
import { users } from '../db/schema/organizations.ts';
import { contactOf, fieldsOf, firstNameOf } from '../messages/script-for.ts';
import type { SignedIn } from '../trpc/context.ts';
import { heldConversation, type Reached } from './held-conversation.ts';
import { hoursOf } from './hours-of.ts';

/** Newest messages first that are shown; older ones are asked for by `before`. */
const shown = 100;

/** One conversation with all that is needed to answer it. Canned replies and answers are filled in. */
export async function thread(
  { db, session, now }: SignedIn,
  { before, ...reached }: Reached & { before: number | null },
) {
  const { read } = db;
  const { conversationId } = reached;
  const { conversation, campaign } = await heldConversation(read, session, reached);
  const contact = await contactOf(read, conversation);
  const fields = fieldsOf(contact, await firstNameOf(read, session.userId));
  const page = await read
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), before === null ? undefined : lt(messages.id, before)))
    .orderBy(desc(messages.id))
    .limit(shown + 1);
  const { status, optedOut, escalated, needsAttention, likelyOptOut, assistant, waitingSince } = conversation;
  return {
    conversationId,
    campaign: { id: campaign.id, title: campaign.title },
    contact: {
      firstName: contact?.firstName ?? '',
      lastName: contact?.lastName ?? '',
      phone: conversation.phone,
      custom: contact?.custom ?? {},
    },
    texter: await texterOf(read, conversation.texterId),
    escalation: escalated ? await escalationOf(read, conversationId) : null,
    state: { status, optedOut, escalated, needsAttention, likelyOptOut, assistant, waitingSince },
    hours: hoursOf(campaign, conversation.zone, now()),
    messages: page.slice(0, shown).reverse().map(described),
    earlier: page.length > shown,
    questions: await questionsOf(read, campaign.id, conversationId, fields),
    cannedReplies: (
      await read
        .select()
        .from(cannedReplies)
        .where(eq(cannedReplies.campaignId, campaign.id))
        .orderBy(asc(cannedReplies.position))
    ).map(({ id, title, text }) => ({ id, title, text: fillScript(text, fields) })),
    tags: await read
      .select({ id: tags.id, name: tags.name })
      .from(conversationTags)
      .innerJoin(tags, eq(tags.id, conversationTags.tagId))
      .where(eq(conversationTags.conversationId, conversationId))
      .orderBy(asc(tags.name)),
  };
}

type Row = typeof messages.$inferSelect;

/** A message as it is shown: what became of it in one word, and why not in another. */
export function described({
  id,
  inbound,
  text,
  media,
  segments,
  sendStatus,
  errorCode,
  assistant,
  userId,
  createdAt,
}: Row) {
  const failed = sendStatus === 'undelivered' || sendStatus === 'failed';
  const reason: SmsReason | null = failed ? smsError(errorCode).reason : null;
  return {
    id,
    inbound,
    text,
    media: media ?? [],
    segments,
    sendStatus,
    errorCode,
    reason,
    assistant,
    userId,
    createdAt,
  };
}

type Read = SignedIn['db']['read'];

async function texterOf(read: Read, texterId: number | null) {
  if (texterId === null) return null;
  const [texter] = await read.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, texterId));
  return texter ?? null;
}

/** Why it waits for staff: the newest reason that nobody has dealt with. */
async function escalationOf(read: Read, conversationId: number) {
  const [found] = await read
    .select({ reason: escalations.reason, at: escalations.createdAt, id: users.id, name: users.name })
    .from(escalations)
    .leftJoin(users, eq(users.id, escalations.userId))
    .where(and(eq(escalations.conversationId, conversationId), isNull(escalations.resolvedAt)))
    .orderBy(desc(escalations.id))
    .limit(1);
  if (!found) return null;
  const { reason, at, id, name } = found;
  return { reason, at, by: id === null || name === null ? null : { id, name } };
}

async function questionsOf(
  read: Read,
  campaignId: number,
  conversationId: number,
  fields: Parameters<typeof fillScript>[1],
) {
  const asked = await read
    .select()
    .from(questions)
    .where(eq(questions.campaignId, campaignId))
    .orderBy(asc(questions.position));
  if (asked.length === 0) return [];
  const given = await read
    .select()
    .from(answers)
    .where(
      and(
        eq(answers.conversationId, conversationId),
        inArray(
          answers.questionId,
          asked.map(({ id }) => id),
        ),
      ),
    );
  const valueOf = new Map(given.map(({ questionId, value }) => [questionId, value]));
  return asked.map(({ id, parentAnswerOptionId, text, options }) => ({
    id,
    parentAnswerOptionId,
    text: fillScript(text, fields),
    options: options.map(option => ({ ...option, reply: fillScript(option.reply, fields) })),
    answer: valueOf.get(id) ?? null,
  }));
}
