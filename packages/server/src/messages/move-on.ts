import { movesOn, type SendStatus } from '@campaign-kit/shared/delivery';
import type { Delivery } from '../sms/sms.ts';
import type { Message } from './move-message.ts';

export type Told = { readonly to: Delivery; readonly errorCode: number | null; readonly sid: string | null };

const beforeTry: readonly SendStatus[] = ['waiting', 'held', 'queued'];

/** A text of which nothing more is told for so long has lost its callback, or its carrier is slow: the provider is asked. */
export const unheardMs = 15 * 60_000;

/**
 * The message after what was told of it, the same object where that changes nothing: it never moves backwards, and what is
 * about a try that failed while the next one waits is over.
 */
export function moveOn(message: Message, { to, errorCode, sid }: Told, now: number): Message {
  const { sendStatus, serviceSid } = message;
  if (sendStatus === null || (sid !== null && sid === serviceSid && beforeTry.includes(sendStatus))) return message;
  if (movesOn(sendStatus, to)) {
    const failed = to === 'undelivered' || to === 'failed';
    return {
      ...message,
      sendStatus: to,
      errorCode: failed ? (errorCode ?? 0) : null,
      dueAt: to === 'accepted' ? now + unheardMs : null,
      looks: 0,
      serviceSid: sid ?? serviceSid,
    };
  }
  const named = sid !== null && serviceSid === null && sendStatus !== 'cancelled';
  return named ? { ...message, serviceSid: sid } : message;
}
