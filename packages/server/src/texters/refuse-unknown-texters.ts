import { and, eq, inArray, isNull } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader } from '../db/open.ts';
import { users } from '../db/schema/organizations.ts';

/** Texters who are to get something: of this organization, not suspended, and nobody twice. */
export async function refuseUnknownTexters(
  db: Pick<Reader, 'select'>,
  organizationId: number,
  texterIds: readonly number[],
): Promise<void> {
  const wanted = [...new Set(texterIds)];
  const known = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.organizationId, organizationId), inArray(users.id, wanted), isNull(users.suspendedAt)));
  if (known.length !== wanted.length || wanted.length !== texterIds.length) {
    throw new Refusal('not_found', 'refusal.noTexter');
  }
}
