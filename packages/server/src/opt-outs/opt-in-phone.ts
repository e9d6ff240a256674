import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { conversations, optOuts } from '../db/schema/conversations.ts';

/** The person wants to hear from the organization again, in every campaign. Harmless when they were never opted out. */
export async function optInPhone(
  tx: Transaction,
  { organizationId, phone, now }: { organizationId: number; phone: number; now: number },
): Promise<void> {
  await tx.delete(optOuts).where(and(eq(optOuts.organizationId, organizationId), eq(optOuts.phone, phone)));
  const held = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.phone, phone), eq(conversations.organizationId, organizationId)));
  for (const { id: conversationId } of held) {
    await recordEvent(tx, { organizationId, conversationId, event: { type: 'optedIn' }, now });
  }
}
