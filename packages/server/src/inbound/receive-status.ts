import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import { recordDelivery } from '../messages/record-delivery.ts';
import type { Message } from '../messages/move-message.ts';
import { deliveryOf } from '../sms/delivery-of.ts';

/**
 * A callback about one of our messages. It names the message and the try itself, so it may come before the provider's answer
 * is written down, or when that was lost. One about another try, or about nothing of ours, changes nothing.
 */
export async function receiveStatus(
  tx: Transaction,
  fields: Readonly<Record<string, string>>,
  now: number,
): Promise<void> {
  const sid = fields.MessageSid ?? fields.SmsSid ?? null;
  const to = deliveryOf(fields.MessageStatus ?? fields.SmsStatus ?? '');
  if (!sid || !to) return;
  const message = await messageOf(tx, sid, fields);
  if (!message) return;
  const errorCode = Number(fields.ErrorCode) || null;
  await recordDelivery(tx, message, { to, errorCode, sid }, now);
}

async function messageOf(
  tx: Transaction,
  sid: string,
  fields: Readonly<Record<string, string>>,
): Promise<Message | null> {
  const [known] = await tx.select().from(messages).where(eq(messages.serviceSid, sid));
  if (known) return known;
  const id = Number(fields['?message']);
  const attempt = Number(fields['?attempt']);
  if (!Number.isSafeInteger(id) || id < 1) return null;
  const [named] = await tx.select().from(messages).where(eq(messages.id, id));
  return named && named.serviceSid === null && named.attempts === attempt && !named.inbound ? named : null;
}
