import { senderOf, serviceOf } from '../account.ts';
import type { Network } from '../network.ts';

/** What STOP to a number blocks: the number, or the whole service that it is in, for that phone. */
export function blockedKey({ account }: Network, ourNumber: string, phone: string): string {
  const service = serviceOf(account, senderOf(account, ourNumber));
  return `${service?.sid ?? ourNumber} ${phone}`;
}
