import { eq, sql } from 'drizzle-orm';
import {
  failureJump,
  failureWindowMinutes,
  movesOn,
  type DeliveryOutcome,
  type SendStatus,
} from '@campaign-kit/shared/delivery';
import { retryAfterMs, smsError } from '@campaign-kit/shared/sms-errors';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { messages } from '../db/schema/conversations.ts';
import { deliveryMinutes } from '../db/schema/deliveries.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import { emit } from '../realtime/emit.ts';
import type { Delivery } from '../sms/sms.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import { moveMessage, type Message } from './move-message.ts';

export type Told = { readonly to: Delivery; readonly errorCode: number | null; readonly sid: string | null };

const optedOutAtProvider = 21610;

/**
 * What became of a message, told by the provider's answer, a callback or a look-up, in any order and any number of times:
 * a delivery never moves backwards. A failure that may pass is tried again later; one that is for good stays with the person.
 */
export async function recordDelivery(tx: Transaction, message: Message, told: Told, now: number): Promise<void> {
  const { sendStatus } = message;
  if (sendStatus === null || isOver(message, told)) return;
  const named = told.sid !== null && message.serviceSid === null;
  if (!movesOn(sendStatus, told.to)) {
    if (named && sendStatus !== 'cancelled') {
      await tx.update(messages).set({ serviceSid: told.sid }).where(eq(messages.id, message.id));
    }
    return;
  }
  const failed = told.to === 'undelivered' || told.to === 'failed';
  const error = failed ? smsError(told.errorCode) : null;
  const pause = error?.class === 'retry' ? retryAfterMs(message.attempts) : null;
  if (pause !== null) return again(tx, message, now + pause, told.sid);
  const errorCode = failed ? (told.errorCode ?? 0) : null;
  await moveMessage(tx, message, told.to, { errorCode, dueAt: null, serviceSid: told.sid ?? message.serviceSid });
  if (failed) await bearFailure(tx, message, told.errorCode, now);
  if (failed || told.to === 'delivered') {
    const kind = error === null ? 'ok' : error.class === 'retry' ? 'unknown' : error.class;
    await countOutcome(tx, message.campaignId, kind, told.errorCode, now);
  }
  const { organizationId, campaignId, conversationId } = message;
  await emit(tx, organizationId, { type: 'conversationChanged', conversationId, campaignId }, now);
}

/**
 * The provider did not take it, or the carrier had no room: the same message goes out once more, under another name. Until then
 * it keeps the name of the try that failed, so that what is told late about that one changes nothing.
 */
export const again = (tx: Transaction, message: Message, dueAt: number, failed: string | null = null): Promise<void> =>
  moveMessage(tx, message, 'waiting', { dueAt, serviceSid: failed ?? message.serviceSid });

const beforeTry: readonly SendStatus[] = ['waiting', 'held', 'queued'];

/** Whether it is about a try that failed, while the next one waits. */
const isOver = ({ sendStatus, serviceSid }: Message, { sid }: Told): boolean =>
  sid !== null && sid === serviceSid && beforeTry.includes(sendStatus as SendStatus);

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
async function countOutcome(
  tx: Transaction,
  campaignId: number,
  outcome: DeliveryOutcome,
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
  if (outcome === 'ok') return;
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
  if (paused) await emit(tx, paused.organizationId, { type: 'campaignChanged', campaignId }, now);
}
