import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Role } from '@campaign-kit/shared/scopes';
import { texters } from '../seed/texters.ts';

/** A user of the CRM. Its own id is what the kit knows them by. */
export type CrmUser = { externalId: string; name: string; role: Role };

export const crmRoles: readonly Role[] = ['owner', 'admin', 'supervolunteer', 'texter'];

const firstOf = (role: string | null): CrmUser | undefined => texters.find(user => user.role === role);

/** Who is signed in to the CRM, by its own signed cookie; an admin for who comes first. */
export async function userOf(c: Context, secret: string): Promise<CrmUser> {
  const externalId = await getSignedCookie(c, secret, 'harbor_session');
  return texters.find(user => user.externalId === externalId) ?? (firstOf('admin') as CrmUser);
}

/** For the page that shows two people at once, each with a session of the kit: only a demo has that. */
export const userAs = (role: string | undefined): CrmUser | undefined =>
  role === 'admin' || role === 'texter' ? firstOf(role) : undefined;

/** The demo's way to sign in: as the first user of a role. */
export async function signInAs(c: Context, secret: string, role: string | null): Promise<void> {
  const user = firstOf(role);
  if (!user) return;
  const options = { httpOnly: true, sameSite: 'Lax', maxAge: 30 * 86_400, path: '/' } as const;
  await setSignedCookie(c, 'harbor_session', user.externalId, secret, options);
}
