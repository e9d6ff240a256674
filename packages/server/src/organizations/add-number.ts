import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { phoneNumbers } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';
import { findOrganization } from './find-organization.ts';

export type NewNumber = {
  organizationId: number;
  /** E.164. */
  phone: string;
  /** Texts a second that carriers take from it: 1 for a long code in the US. */
  perSecond: number;
  messagingServiceSid?: string | undefined;
};

/** Gives an organization a number to text from. Said again it changes pace and service; another organization's is refused. */
export async function addNumber({ db }: World, { organizationId, phone, perSecond, messagingServiceSid }: NewNumber) {
  const digits = Number(/^\+?([1-9]\d{6,14})$/.exec(phone.replace(/[\s().-]/g, ''))?.[1]);
  if (!digits) throw new Refusal('validation', 'refusal.input', { problem: `${phone} is not a number in E.164` });
  if (!(perSecond > 0)) throw new Refusal('validation', 'refusal.input', { problem: 'per-second: a number above 0' });
  const row = {
    organizationId,
    phone: digits,
    reusable: true,
    sendEveryMs: Math.max(1, Math.round(1_000 / perSecond)),
    messagingServiceSid: messagingServiceSid ?? null,
  };
  return db.write(async tx => {
    await findOrganization(tx, organizationId);
    const [known] = await tx.select().from(phoneNumbers).where(eq(phoneNumbers.phone, digits));
    if (known && known.organizationId !== organizationId) {
      throw new Refusal('conflict', 'refusal.input', { problem: `+${digits} belongs to another organization` });
    }
    const [kept] = known
      ? await tx.update(phoneNumbers).set(row).where(eq(phoneNumbers.id, known.id)).returning()
      : await tx.insert(phoneNumbers).values(row).returning();
    return { id: kept!.id, organizationId, phone: `+${digits}`, sendEveryMs: row.sendEveryMs };
  });
}
