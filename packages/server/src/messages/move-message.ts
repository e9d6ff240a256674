import { eq } from 'drizzle-orm';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import { moveMessageCounts } from './move-message-counts.ts';

export type Message = typeof messages.$inferSelect;

/** Moves one message and the kept counts with it. */
export async function moveMessage(
  tx: Transaction,
  message: Message,
  to: SendStatus,
  more: Partial<Pick<Message, 'errorCode' | 'dueAt' | 'serviceSid' | 'attempts' | 'looks'>> = {},
): Promise<void> {
  const { id, campaignId, sendStatus: from } = message;
  if (from === null) return;
  await tx
    .update(messages)
    .set({ ...more, sendStatus: to })
    .where(eq(messages.id, id));
  await moveMessageCounts(tx, campaignId, [
    { inbound: false, sendStatus: from, errorCode: message.errorCode ?? 0, by: -1 },
    { inbound: false, sendStatus: to, errorCode: more.errorCode ?? 0, by: 1 },
  ]);
}
