import { randomUUID } from 'node:crypto';
import { and, eq, isNull, max } from 'drizzle-orm';
import * as z from 'zod';
import { Refusal } from '@campaign-kit/shared/refusal';
import { elementNames, roles } from '@campaign-kit/shared/scopes';
import type { Transaction } from '../db/open.ts';
import { allowedOrigins, sessionsRevoked, users } from '../db/schema/organizations.ts';
import { originOf } from '../organizations/origin.ts';
import type { World } from '../world.ts';
import { lifetime } from './lifetime.ts';
import { signToken } from './sign-token.ts';
import type { TokenKeys } from './token-claims.ts';

const text = z.string().trim().min(1).max(200);

export const embedSession = z.strictObject({
  user: z.strictObject({ externalId: text, name: text, role: z.enum(roles) }),
  /** The page that will use the token. */
  origin: z.string().max(300),
  /** What the token is good for; absent: all that the role may. */
  elements: z.array(z.enum(elementNames)).min(1).optional(),
  expiresIn: z.number().int().min(lifetime.shortest).max(lifetime.longest).default(lifetime.usual),
});

type Asked = z.infer<typeof embedSession> & { organizationId: number };

/**
 * A token for one user of the host, on one of the organization's origins. The host says who they are: they are made or renamed.
 * Somebody who is suspended gets one too: every call with it is refused with that reason, which the elements can then say.
 */
export async function createEmbedSession(
  { db, now }: World,
  keys: TokenKeys,
  { organizationId, user, origin: asked, elements, expiresIn }: Asked,
): Promise<{ token: string; expiresAt: number }> {
  const origin = originOf(asked);
  const known = await db.write(async tx => {
    await checkOrigin(tx, organizationId, origin);
    const id = await upsertUser(tx, organizationId, user, now());
    return { id, issuedAt: Math.max(now(), (await revokedUntil(tx, organizationId, id)) + 1) };
  });
  const expiresAt = known.issuedAt + expiresIn * 1_000;
  const session = {
    organizationId,
    userId: known.id,
    role: user.role,
    elements: elements ?? null,
    origin,
    tokenId: randomUUID(),
    issuedAt: known.issuedAt,
    expiresAt,
  };
  return { token: await signToken(session, keys), expiresAt };
}

async function checkOrigin(tx: Transaction, organizationId: number, origin: string) {
  const [allowed] = await tx
    .select({ origin: allowedOrigins.origin })
    .from(allowedOrigins)
    .where(and(eq(allowedOrigins.organizationId, organizationId), eq(allowedOrigins.origin, origin)));
  if (!allowed) throw new Refusal('origin_not_allowed', 'refusal.origin');
}

async function upsertUser(tx: Transaction, organizationId: number, user: Asked['user'], now: number): Promise<number> {
  const { externalId, name, role } = user;
  const [made] = await tx
    .insert(users)
    .values({ organizationId, externalId, name, role, createdAt: now })
    .onConflictDoUpdate({ target: [users.organizationId, users.externalId], set: { name, role } })
    .returning({ id: users.id });
  return made!.id;
}

/** The instant up to which this user's tokens were ended. A new one is younger, even in the same millisecond. */
async function revokedUntil(tx: Transaction, organizationId: number, userId: number): Promise<number> {
  const [found] = await tx
    .select({ at: max(sessionsRevoked.issuedBefore) })
    .from(sessionsRevoked)
    .where(
      and(
        eq(sessionsRevoked.organizationId, organizationId),
        eq(sessionsRevoked.userId, userId),
        isNull(sessionsRevoked.tokenId),
      ),
    );
  return found?.at ?? 0;
}
