import { eq } from 'drizzle-orm';
import { retryAfterMs } from '@campaign-kit/shared/sms-errors';
import { countKeeper } from '../conversations/count-keeper.ts';
import { priority, type Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import type { Sent } from '../sms/sms.ts';
import type { World } from '../world.ts';
import { moveMessage } from './move-message.ts';
import { again, recordDelivery } from './record-delivery.ts';
import { recordProgress } from './record-progress.ts';

/** What the provider answered to one try. */
export type Answered = { readonly messageId: number; readonly attempt: number; readonly sent: Sent };

/** How long a text that may have been sent rests before the provider is asked about it: its lists lag behind. */
const lookUpAfterMs = 20_000;

/**
 * Writes down what the provider answered, each for the try that was claimed: a later one is another story. Power that fails may
 * take it back: then the texts are looked up like those whose answer never came.
 */
export async function settleMessages(world: World, answers: readonly Answered[]): Promise<void> {
  const now = world.now();
  await world.db.write(async tx => {
    const keeper = countKeeper();
    const accepted = answers.flatMap(({ messageId, attempt, sent }) =>
      sent.outcome === 'accepted'
        ? [{ to: 'accepted' as const, errorCode: null, sid: sent.sid, messageId, attempt }]
        : [],
    );
    await recordProgress(tx, accepted, keeper, now);
    await keeper.settle(tx);
    for (const answer of answers) await settle(tx, answer, now);
  }, priority.bulk);
  world.bus.poke();
}

/** What was not accepted. */
async function settle(tx: Transaction, { messageId, attempt, sent }: Answered, now: number): Promise<void> {
  if (sent.outcome === 'accepted') return;
  const [message] = await tx.select().from(messages).where(eq(messages.id, messageId));
  if (message?.attempts !== attempt || message.sendStatus !== 'sending') return;
  if (sent.outcome === 'refused') {
    return recordDelivery(tx, message, { to: 'failed', errorCode: sent.errorCode, sid: null }, now);
  }
  if (sent.outcome === 'unknown') return moveMessage(tx, message, 'sending', { dueAt: now + lookUpAfterMs });
  const pause = retryAfterMs(attempt);
  if (pause === null) return recordDelivery(tx, message, { to: 'failed', errorCode: null, sid: null }, now);
  return again(tx, message, now + pause);
}
