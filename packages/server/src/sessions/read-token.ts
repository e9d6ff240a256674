import { errors, jwtVerify } from 'jose';
import { Refusal } from '@campaign-kit/shared/refusal';
import { granted } from '@campaign-kit/shared/scopes';
import { lifetime } from './lifetime.ts';
import type { Session } from './session.ts';
import { audience, tokenClaims, type TokenKeys } from './token-claims.ts';

/** What a token says, if it is one of ours and its time is not over. Whether it still counts is for the database to say. */
export async function readToken(token: string, { secret, issuer }: TokenKeys, now: number): Promise<Session | Refusal> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience,
      issuer,
      currentDate: new Date(now),
      clockTolerance: lifetime.leeway,
      requiredClaims: ['sub', 'jti', 'iat', 'exp'],
    });
    const { sub, jti, iat, exp, org, role, elements, origin } = tokenClaims.parse(payload);
    return {
      organizationId: org,
      userId: sub,
      role,
      elements,
      scopes: granted(role, elements),
      origin,
      tokenId: jti,
      issuedAt: Math.round(iat * 1_000),
      expiresAt: Math.round(exp * 1_000),
    };
  } catch (error) {
    const expired = error instanceof errors.JWTExpired;
    return new Refusal('session_expired', expired ? 'refusal.noSession' : 'refusal.badToken');
  }
}
