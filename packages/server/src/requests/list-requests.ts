import { and, asc, eq } from 'drizzle-orm';
import { textRequests } from '../db/schema/conversations.ts';
import { users } from '../db/schema/organizations.ts';
import type { SignedIn } from '../trpc/context.ts';

/** Requests that wait for an admin, the oldest first, 200 at most. */
export const listRequests = ({ db, session }: SignedIn) =>
  db.read
    .select({
      id: textRequests.id,
      kind: textRequests.kind,
      asked: textRequests.asked,
      createdAt: textRequests.createdAt,
      texter: { id: users.id, name: users.name },
    })
    .from(textRequests)
    .innerJoin(users, eq(users.id, textRequests.userId))
    .where(and(eq(textRequests.organizationId, session.organizationId), eq(textRequests.state, 'waiting')))
    .orderBy(asc(textRequests.id))
    .limit(200);
