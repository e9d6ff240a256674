import * as z from 'zod';
import { elementNames, roles } from '@campaign-kit/shared/scopes';

/** What a token says beside the registered claims. `sub` is the user. */
export const tokenClaims = z.object({
  sub: z.coerce.number().int().positive(),
  jti: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  org: z.number().int().positive(),
  role: z.enum(roles),
  elements: z.array(z.enum(elementNames)).nullable(),
  origin: z.string(),
});

/** Whom tokens are for, so that no other JWT of the same secret passes as one. */
export const audience = 'campaign-kit/elements';

export type TokenKeys = {
  /** HS256: 32 characters or more. */
  readonly secret: string;
  /** The public URL of the installation; part of the token, so that another installation's are refused. */
  readonly issuer: string;
};
