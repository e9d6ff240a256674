import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { conversations } from '../db/schema/conversations.ts';

/** The number that this person of the organization last heard from, in whichever campaign. */
export async function knownNumber(
  tx: Pick<Transaction, 'select'>,
  organizationId: number,
  phone: number,
): Promise<number | null> {
  const [last] = await tx
    .select({ phoneNumberId: conversations.phoneNumberId })
    .from(conversations)
    .where(
      and(
        eq(conversations.phone, phone),
        eq(conversations.organizationId, organizationId),
        isNotNull(conversations.phoneNumberId),
      ),
    )
    .orderBy(desc(conversations.lastMessagedAt))
    .limit(1);
  return last?.phoneNumberId ?? null;
}
