import { sql } from 'drizzle-orm';
import { failureJump, failureWindowMinutes, type DeliveryOutcome } from '@campaign-kit/shared/delivery';
import { retryAfterMs, smsError } from '@campaign-kit/shared/sms-errors';
import { countKeeper } from '../conversations/count-keeper.ts';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { deliveryMinutes } from '../db/schema/deliveries.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import { noteDeed } from '../operations/note-deed.ts';
import { emit } from '../realtime/emit.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import { moveMessage, type Message } from './move-message.ts';
import { moveOn, type Told } from './move-on.ts';
import { writeMoved } from './write-moved.ts';

const optedOutAtProvider = 21610;

/**
 * What became of a message, told by the provider's answer, a callback or a look-up, in any order and any number of times:
 * a delivery never moves backwards. A failure that may pass is tried again later; one that is for good stays with the person.
 */
export async function recordDelivery(tx: Transaction, message: Message, told: Told, now: number): Promise<void> {
  const after = moveOn(message, told, now);
  if (after === message) return;
  const failed = after.sendStatus !== message.sendStatus && (told.to === 'undelivered' || told.to === 'failed');
  const error = failed ? smsError(told.errorCode) : null;
  const pause = error?.class === 'retry' ? retryAfterMs(message.attempts) : null;
  if (pause !== null) return again(tx, message, now + pause, told.sid);
  const keeper = countKeeper();
  await writeMoved(tx, [{ before: message, after }], keeper, now);
  await keeper.settle(tx);
  if (error === null) return;
  await bearFailure(tx, message, told.errorCode, now);
  await countFailure(tx, message.campaignId, error.class === 'retry' ? 'unknown' : error.class, told.errorCode, now);
}

/**
 * The provider did not take it, or the carrier had no room: the same message goes out once more, under another name. Until then
 * it keeps the name of the try that failed, so that what is told late about that one changes nothing.
 */
export const again = (tx: Transaction, message: Message, dueAt: number, failed: string | null = null): Promise<void> =>
  moveMessage(tx, message, 'waiting', { dueAt, looks: 0, serviceSid: failed ?? message.serviceSid });

async function bearFailure(tx: Transaction, message: Message, errorCode: number | null, now: number): Promise<void> {
  const { organizationId, conversationId } = message;
  if (errorCode === optedOutAtProvider) {
    const { phone } = await conversationOf(tx, organizationId, conversationId);
    return optOutPhone(tx, { organizationId, phone, reason: 'provider', now });
  }
  if (smsError(errorCode).class !== 'badContact') return;
  await recordEvent(tx, { organizationId, conversationId, event: { type: 'foundUndeliverable' }, now });
}

/** A jump of failures stops the campaign, and says why to those who can start it again. */
async function countFailure(
  tx: Transaction,
  campaignId: number,
  outcome: Exclude<DeliveryOutcome, 'ok'>,
  errorCode: number | null,
  now: number,
): Promise<void> {
  const minute = Math.floor(now / 60_000);
  await tx
    .insert(deliveryMinutes)
    .values({ campaignId, minute, outcome, count: 1 })
    .onConflictDoUpdate({
      target: [deliveryMinutes.campaignId, deliveryMinutes.minute, deliveryMinutes.outcome],
      set: { count: sql`count + 1` },
    });
  const rows = await tx.all<{ outcome: DeliveryOutcome; count: number }>(sql`
    SELECT outcome, sum(count) AS count FROM delivery_minutes
    WHERE campaign_id = ${campaignId} AND minute > ${minute - failureWindowMinutes} GROUP BY outcome`);
  const jump = failureJump(Object.fromEntries(rows.map(row => [row.outcome, row.count])));
  if (!jump) return;
  const [paused] = await tx
    .update(campaigns)
    .set({ sendingPausedAt: now, sendingPausedReason: { ...jump, errorCode }, updatedAt: now })
    .where(sql`id = ${campaignId} AND sending_paused_at IS NULL`)
    .returning({ organizationId: campaigns.organizationId });
  if (!paused) return;
  const { organizationId } = paused;
  await emit(tx, organizationId, { type: 'campaignChanged', campaignId }, now);
  const input = { ...jump, errorCode };
  await noteDeed(tx, { kind: 'haltSending', organizationId, campaignId, userId: null, input, now });
}
