import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { tags } from '../db/schema/campaigns.ts';

/** The id of the organization's tag of this name, which is made where there is none. */
export async function tagNamed(tx: Transaction, organizationId: number, name: string, now: number): Promise<number> {
  await tx.insert(tags).values({ organizationId, name, createdAt: now }).onConflictDoNothing();
  const [found] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.organizationId, organizationId), eq(tags.name, name)));
  return found!.id;
}
