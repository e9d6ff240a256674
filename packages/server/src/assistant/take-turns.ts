import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { conversations, typing } from '../db/schema/conversations.ts';
import type { ConversationRow } from '../conversations/conversation-of.ts';
import type { Reader, Transaction } from '../db/open.ts';
import { queueText } from '../messages/queue-text.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { askAssistant } from './ask-assistant.ts';
import type { AssistantAnswer } from './assistant.ts';
import { mayAnswer, type Verdict } from './may-answer.ts';
import { claimTurns, endTurn, postponeTurn, type Turn } from './turn.ts';

const atOnce = 50;
const firstPauseMs = 5_000;
const mostAttempts = 4;

/** How long until an assistant that failed is asked again; null when it was asked enough, and a person has to look. */
export const askAgainMs = (attempts: number): number | null =>
  attempts >= mostAttempts ? null : firstPauseMs * 4 ** (attempts - 1);

/** Answers wherever it is the assistant's turn, `atOnce` at a time: a slow host holds up its own conversations only. */
export async function takeTurns(world: World): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (;;) {
    const turns = inFlight.size < atOnce ? await claimTurns(world, atOnce - inFlight.size) : [];
    for (const turn of turns) {
      const taking: Promise<void> = takeTurn(world, turn)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => inFlight.delete(taking));
      inFlight.add(taking);
    }
    if (inFlight.size === 0) break;
    if (turns.length === 0) await Promise.race([...inFlight, sleep(1_000, undefined, { ref: false })]);
  }
  if (failures.length > 0) throw new AggregateError(failures, 'turns of the assistant failed');
}

type Place = { conversation: ConversationRow; campaign: Campaign; verdict: Verdict };

async function takeTurn(world: World, turn: Turn): Promise<void> {
  const { db, now } = world;
  const before = await placeOf(db.read, turn.conversationId, now());
  const made =
    before?.verdict !== 'answer'
      ? null
      : turn.attempts > mostAttempts
        ? ({ handOver: true } as const)
        : await askAssistant(world, before.conversation, before.campaign).catch(() => 'failed' as const);
  await db.write(tx => settle(tx, turn, made, now()));
  world.bus.poke();
}

/** All is looked at once more, and the turn ends in the transaction that queues the answer: one reply, one answer. */
async function settle(
  tx: Transaction,
  turn: Turn,
  made: AssistantAnswer | 'failed' | null,
  now: number,
): Promise<void> {
  const place = await placeOf(tx, turn.conversationId, now);
  if (!place || place.verdict === 'drop') return void (await endTurn(tx, turn));
  const { conversation, campaign, verdict } = place;
  if (verdict !== 'answer') return postponeTurn(tx, turn, verdict.waitUntil, false);
  if (made === null) return postponeTurn(tx, turn, now, false);
  if (made === 'failed') {
    const pause = askAgainMs(turn.attempts);
    if (pause !== null) return postponeTurn(tx, turn, now + pause, true);
  }
  if (!(await endTurn(tx, turn))) return;
  if (made === 'failed' || 'handOver' in made) return handOver(tx, conversation, now);
  const { answer: text, media = [] } = made;
  try {
    await queueText(tx, { campaign, conversation, kind: 'reply', text, media, userId: null, assistant: true, now });
  } catch (error) {
    // It refuses before it writes anything: the transaction goes on.
    if (!(error instanceof Refusal)) throw error;
    await handOver(tx, conversation, now);
  }
}

/** A person has to look: the assistant leaves the conversation, and it is marked. */
async function handOver(tx: Transaction, { id, organizationId, campaignId }: ConversationRow, now: number) {
  await tx.update(conversations).set({ assistant: false, needsAttention: true }).where(eq(conversations.id, id));
  await emit(tx, organizationId, { type: 'conversationChanged', conversationId: id, campaignId }, now);
}

async function placeOf(db: Pick<Reader, 'select'>, conversationId: number, now: number): Promise<Place | null> {
  const [found] = await db
    .select({ conversation: conversations, campaign: campaigns, typingUntil: typing.until })
    .from(conversations)
    .innerJoin(campaigns, eq(campaigns.id, conversations.campaignId))
    .leftJoin(typing, eq(typing.conversationId, conversations.id))
    .where(eq(conversations.id, conversationId));
  if (!found) return null;
  const { conversation, campaign, typingUntil } = found;
  return { conversation, campaign, verdict: mayAnswer(conversation, campaign, typingUntil, now) };
}
