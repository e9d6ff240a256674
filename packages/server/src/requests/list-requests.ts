import { and, asc, count, eq } from 'drizzle-orm';
import { textRequests } from '../db/schema/conversations.ts';
import { organizations, users } from '../db/schema/organizations.ts';
import type { SignedIn } from '../trpc/context.ts';

const most = 200;

/** Requests that wait for an admin, the oldest first and 200 at most, how many there are, and whether new ones wait. */
export async function listRequests({ db, session }: SignedIn) {
  const { organizationId } = session;
  const waiting = and(eq(textRequests.organizationId, organizationId), eq(textRequests.state, 'waiting'));
  const [organization] = await db.read
    .select({ approval: organizations.requestApproval })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const requests = await db.read
    .select({
      id: textRequests.id,
      kind: textRequests.kind,
      asked: textRequests.asked,
      createdAt: textRequests.createdAt,
      texter: { id: users.id, name: users.name },
    })
    .from(textRequests)
    .innerJoin(users, eq(users.id, textRequests.userId))
    .where(waiting)
    .orderBy(asc(textRequests.id))
    .limit(most);
  const [all] = await db.read.select({ count: count() }).from(textRequests).where(waiting);
  return { approval: organization?.approval ?? 'automatic', count: all?.count ?? 0, requests };
}
