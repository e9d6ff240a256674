import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { organizations, users } from '../db/schema/organizations.ts';
import type { SignedIn } from '../trpc/context.ts';

/** Who this session is, for elements that greet, check scopes before they ask, and show times in the organization's zone. */
export async function current({ db, session }: SignedIn) {
  const [found] = await db.read
    .select({
      user: { id: users.id, name: users.name },
      organization: { id: organizations.id, name: organizations.name, timeZone: organizations.timeZone },
    })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(and(eq(users.organizationId, session.organizationId), eq(users.id, session.userId)));
  if (!found) throw new Refusal('session_expired', 'refusal.noSession');
  return {
    user: { ...found.user, role: session.role },
    organization: found.organization,
    scopes: session.scopes,
    elements: session.elements,
    expiresAt: session.expiresAt,
  };
}
