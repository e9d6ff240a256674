import { sql } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { World } from '../world.ts';
import { isOwnPage } from './is-own-page.ts';
import { readToken } from './read-token.ts';
import type { Session } from './session.ts';
import type { TokenKeys } from './token-claims.ts';

/** A session, or the precise reason why there is none; both null when no token was sent. */
export type SessionReading =
  { readonly session: Session; readonly refusal: null } | { readonly session: null; readonly refusal: Refusal | null };

/** Reads the bearer header (never the URL, which is logged on its way) and asks whether its session still counts. */
export async function readSession(world: World, keys: TokenKeys, headers: Headers): Promise<SessionReading> {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (!token) return { session: null, refusal: null };
  const session = await readToken(token, keys, world.now());
  if (session instanceof Refusal) return { session: null, refusal: session };
  const page = isOwnPage(headers, keys.issuer) ? null : headers.get('origin');
  const refusal = await whyNot(world, session, page);
  return refusal ? { session: null, refusal } : { session, refusal: null };
}

/** Why this session does not count, or null. `origin`: the host's page that calls. One statement by hand: every call pays for it. */
async function whyNot({ db }: World, session: Session, origin: string | null): Promise<Refusal | null> {
  if (origin !== null && origin !== session.origin) return new Refusal('origin_not_allowed', 'refusal.origin');
  const { organizationId, userId, tokenId, issuedAt } = session;
  const [user] = await db.read.all<{ suspendedAt: number | null; revoked: number; allowed: number }>(sql`
    SELECT suspended_at AS suspendedAt,
      EXISTS (
        SELECT 1 FROM sessions_revoked
        WHERE organization_id = ${organizationId} AND user_id = ${userId}
          AND (token_id = ${tokenId} OR token_id IS NULL AND issued_before >= ${issuedAt})
      ) AS revoked,
      EXISTS (
        SELECT 1 FROM allowed_origins WHERE organization_id = ${organizationId} AND origin = ${session.origin}
      ) AS allowed
    FROM users WHERE organization_id = ${organizationId} AND id = ${userId}
  `);
  if (!user) return new Refusal('session_expired', 'refusal.badToken');
  if (user.revoked) return new Refusal('session_expired', 'refusal.sessionRevoked');
  if (user.suspendedAt !== null) return new Refusal('forbidden', 'refusal.suspended');
  if (!user.allowed) return new Refusal('origin_not_allowed', 'refusal.origin');
  return null;
}
