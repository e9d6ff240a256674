import { asc, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Transaction } from '../db/open.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';

/**
 * The number that a person hears from: the one they know, else the campaign's, else one of the organization's, always the
 * same for the same phone. Refused where there is none.
 */
export async function senderNumber(
  tx: Pick<Transaction, 'select'>,
  organizationId: number,
  { phone, known, campaigns }: { phone: number; known: number | null; campaigns: number | null },
): Promise<number> {
  const own = await tx
    .select({ id: phoneNumbers.id })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.organizationId, organizationId))
    .orderBy(asc(phoneNumbers.id));
  const ids = own.map(({ id }) => id);
  const chosen = [known, campaigns].find(id => id !== null && ids.includes(id)) ?? ids[phone % Math.max(1, ids.length)];
  if (chosen === undefined) throw new Refusal('conflict', 'refusal.noNumber');
  return chosen;
}
