import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { conversations, optOuts } from '../db/schema/conversations.ts';
import { cancelMessages } from '../messages/cancel-messages.ts';

/** Opts a phone out in the whole organization, at once and in every campaign. Harmless when it is already. */
export async function optOutPhone(
  tx: Transaction,
  { organizationId, phone, reason, now }: { organizationId: number; phone: number; reason: string; now: number },
): Promise<void> {
  await tx.insert(optOuts).values({ organizationId, phone, reason, createdAt: now }).onConflictDoNothing();
  const held = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.phone, phone), eq(conversations.organizationId, organizationId)));
  for (const { id: conversationId } of held) {
    await recordEvent(tx, { organizationId, conversationId, event: { type: 'optedOut' }, now });
    await cancelMessages(tx, conversationId);
  }
}
