import type { CountKeeper } from '../conversations/count-keeper.ts';
import type { Transaction } from '../db/open.ts';
import { recordDelivery } from '../messages/record-delivery.ts';
import { isAbout, messagesOf, recordProgress, type ToldOf } from '../messages/record-progress.ts';
import { deliveryOf } from '../sms/delivery-of.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * Callbacks about our messages, in their order. Each names the message and the try itself, so it may come before the
 * provider's answer is written down, or when that was lost. One about another try, or nothing of ours, changes nothing.
 */
export async function receiveStatuses(
  tx: Transaction,
  callbacks: readonly Fields[],
  keeper: CountKeeper,
  now: number,
): Promise<void> {
  let together: ToldOf[] = [];
  for (const told of callbacks.flatMap(fields => toldBy(fields) ?? [])) {
    if (told.to !== 'undelivered' && told.to !== 'failed') {
      together.push(told);
      continue;
    }
    // What a failure leads to concerns more than its message: the person, their other texts, the campaign.
    await recordProgress(tx, together, keeper, now);
    together = [];
    const message = (await messagesOf(tx, [told])).find(row => isAbout(told, row));
    if (message) await recordDelivery(tx, message, told, now);
  }
  await recordProgress(tx, together, keeper, now);
}

function toldBy(fields: Fields): ToldOf | null {
  const sid = fields.MessageSid ?? fields.SmsSid ?? null;
  const to = deliveryOf(fields.MessageStatus ?? fields.SmsStatus ?? '');
  if (!sid || !to) return null;
  const id = Number(fields['?message']);
  return {
    to,
    sid,
    errorCode: Number(fields.ErrorCode) || null,
    messageId: Number.isSafeInteger(id) && id > 0 ? id : null,
    attempt: Number(fields['?attempt']),
  };
}
