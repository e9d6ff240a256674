import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import type { Sent } from '../sms/sms.ts';
import type { World } from '../world.ts';
import { moveMessage } from './move-message.ts';
import { again, recordDelivery } from './record-delivery.ts';
import { retryAfterMs } from '@campaign-kit/shared/sms-errors';

/** How long a text that may have been sent rests before the provider is asked about it: its lists lag behind. */
const lookUpAfterMs = 20_000;

/** Writes down what the provider answered. Only for the try that was claimed: a later one is another story. */
export async function settleMessage(
  world: World,
  { messageId, attempt }: { messageId: number; attempt: number },
  sent: Sent,
): Promise<void> {
  const now = world.now();
  await world.db.write(tx => settle(tx, messageId, attempt, sent, now));
  world.bus.poke();
}

async function settle(tx: Transaction, messageId: number, attempt: number, sent: Sent, now: number): Promise<void> {
  const [message] = await tx.select().from(messages).where(eq(messages.id, messageId));
  if (!message || message.attempts !== attempt) return;
  const mine = message.sendStatus === 'sending';
  if (sent.outcome === 'accepted') {
    return recordDelivery(tx, message, { to: 'accepted', errorCode: null, sid: sent.sid }, now);
  }
  if (!mine) return;
  if (sent.outcome === 'refused') {
    return recordDelivery(tx, message, { to: 'failed', errorCode: sent.errorCode, sid: null }, now);
  }
  if (sent.outcome === 'unknown') return moveMessage(tx, message, 'sending', { dueAt: now + lookUpAfterMs });
  const pause = retryAfterMs(attempt);
  if (pause === null) return recordDelivery(tx, message, { to: 'failed', errorCode: null, sid: null }, now);
  return again(tx, message, now + pause);
}
