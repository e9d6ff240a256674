import { SignJWT } from 'jose';
import type { Session } from './session.ts';
import { audience, type TokenKeys } from './token-claims.ts';

/** The session as a JWT. `iat` and `exp` keep their milliseconds, so that a revocation tells two logins of one second apart. */
export function signToken(session: Omit<Session, 'scopes'>, { secret, issuer }: TokenKeys): Promise<string> {
  const { organizationId, userId, role, elements, origin, tokenId, issuedAt, expiresAt } = session;
  return new SignJWT({ org: organizationId, role, elements, origin })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(String(userId))
    .setJti(tokenId)
    .setIssuedAt(issuedAt / 1_000)
    .setExpirationTime(expiresAt / 1_000)
    .sign(new TextEncoder().encode(secret));
}
