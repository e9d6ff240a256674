import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader } from '../db/open.ts';
import { users } from '../db/schema/organizations.ts';

/** The user, if they are this organization's; otherwise they do not exist for the caller. */
export async function texterOf(db: Pick<Reader, 'select'>, organizationId: number, texterId: number) {
  const [texter] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, texterId), eq(users.organizationId, organizationId)));
  if (!texter) throw new Refusal('not_found', 'refusal.noUser');
  return texter;
}
