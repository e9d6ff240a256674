import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader, Transaction } from '../db/open.ts';
import { organizations } from '../db/schema/organizations.ts';

/** The organization, or a refusal that says there is none. */
export async function findOrganization(db: Reader | Transaction, organizationId: number) {
  const [found] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
  if (!found) throw new Refusal('not_found', 'refusal.noOrganization', { id: String(organizationId) });
  return found;
}
