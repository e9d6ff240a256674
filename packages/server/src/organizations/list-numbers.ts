import { asc, eq } from 'drizzle-orm';
import { phoneNumbers } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** The numbers that an organization texts from. */
export async function listNumbers({ db }: World, { organizationId }: { organizationId: number }) {
  const rows = await db.read
    .select()
    .from(phoneNumbers)
    .where(eq(phoneNumbers.organizationId, organizationId))
    .orderBy(asc(phoneNumbers.id));
  return rows.map(({ id, phone, sendEveryMs, messagingServiceSid }) => ({
    id,
    phone: `+${phone}`,
    sendEveryMs,
    messagingServiceSid,
  }));
}
