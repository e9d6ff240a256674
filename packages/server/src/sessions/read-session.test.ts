import { SignJWT, type JWTPayload } from 'jose';
import { expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { users } from '../db/schema/organizations.ts';
import { keys, testApp } from '../fixture/test-app.ts';
import { crm, noon } from '../fixture/test-server.ts';
import { addOrigin } from '../organizations/add-origin.ts';
import { removeOrigin } from '../organizations/remove-origin.ts';
import { audience } from './token-claims.ts';

type Made = Awaited<ReturnType<typeof testApp>>;

const secretOf = (text: string) => new TextEncoder().encode(text);

/** A token that differs from a good one in one thing. */
async function forged({ organization }: Made, claims: JWTPayload, { secret = keys.secret, alg = 'HS256' } = {}) {
  const good = { org: organization.id, role: 'admin', elements: null, origin: crm, sub: '1', jti: 'j', aud: audience };
  const times = { iss: keys.issuer, iat: noon / 1_000, exp: noon / 1_000 + 600 };
  return new SignJWT({ ...good, ...times, ...claims }).setProtectedHeader({ alg }).sign(secretOf(secret));
}

test('a token says who calls', async () => {
  const { page, token } = await testApp();
  const { status, data } = await page('sessions.current', await token({ elements: ['contact-import'] }));
  expect(status).toBe(200);
  expect(data).toMatchObject({
    user: { name: 'Ada', role: 'admin' },
    elements: ['contact-import'],
    scopes: ['campaigns:read', 'operations:read', 'contacts:import'],
  });
});

for (const [why, make, reason] of [
  ['without a token', async () => null, 'refusal.noSession'],
  ['with something else than a token', async () => 'rubbish', 'refusal.badToken'],
  ['with a tampered token', async (made: Made) => tampered(await made.token()), 'refusal.badToken'],
  ['with a token of another secret', (made: Made) => forged(made, {}, { secret: 'b'.repeat(64) }), 'refusal.badToken'],
  ['with another algorithm', (made: Made) => forged(made, {}, { alg: 'HS512' }), 'refusal.badToken'],
  ['with an unsigned token', async (made: Made) => unsigned(await made.token()), 'refusal.badToken'],
  ['with a token of another installation', (made: Made) => forged(made, { iss: 'https://x' }), 'refusal.badToken'],
  ['with a token for something else', (made: Made) => forged(made, { aud: 'login' }), 'refusal.badToken'],
  ['with a role that does not exist', (made: Made) => forged(made, { role: 'root' }), 'refusal.badToken'],
  ['as a user of another organization', foreign, 'refusal.badToken'],
  ['after ten minutes and the leeway', late, 'refusal.noSession'],
] as const) {
  test(`nobody calls ${why}`, async () => {
    const made = await testApp();
    const { status, error } = await made.page('sessions.current', await make(made));
    expect([status, error?.code, error?.reason]).toEqual([401, 'session_expired', reason]);
  });
}

test('a token that has just expired still counts for clocks that are apart', async () => {
  const { page, token, server } = await testApp();
  const bearer = await token();
  server.pass(629_000);
  expect((await page('sessions.current', bearer)).status).toBe(200);
});

test('a suspended user is refused with a token that was good', async () => {
  const { page, token, server } = await testApp();
  const bearer = await token();
  await server.db.write(tx => tx.update(users).set({ suspendedAt: noon }).where(eq(users.externalId, 'u1')));
  const { status, error } = await page('sessions.current', bearer);
  expect([status, error?.code, error?.reason]).toEqual([403, 'forbidden', 'refusal.suspended']);
});

test('a token is good on its own page only', async () => {
  const { page, token, server, organization } = await testApp();
  const bearer = await token();
  await addOrigin(server.world, { organizationId: organization.id, origin: 'https://other.example' });
  const { status, error } = await page('sessions.current', bearer, { origin: 'https://other.example' });
  expect([status, error?.code]).toEqual([403, 'origin_not_allowed']);
  expect((await page('sessions.current', bearer, { origin: 'null' })).status).toBe(403);
  expect((await page('sessions.current', bearer, { origin: null })).status).toBe(200);
});

test('a token ends with its page’s place among the origins', async () => {
  const { page, token, server, organization } = await testApp();
  const bearer = await token();
  await removeOrigin(server.world, { organizationId: organization.id, origin: crm });
  expect((await page('sessions.current', bearer)).error).toMatchObject({ code: 'origin_not_allowed' });
});

test('logging out ends this token and no other', async () => {
  const { page, token } = await testApp();
  const [one, two] = [await token(), await token()];
  expect((await page('sessions.logout', one, { body: '{}' })).data).toEqual({ ok: true });
  expect((await page('sessions.current', one)).error).toMatchObject({ reason: 'refusal.sessionRevoked' });
  expect((await page('sessions.logout', one, { body: '{}' })).data).toEqual({ ok: true });
  expect((await page('sessions.current', two)).status).toBe(200);
});

test('a stolen token cannot log out from another page', async () => {
  const { page, token } = await testApp();
  const bearer = await token();
  const stolen = await page('sessions.logout', bearer, { body: '{}', origin: 'https://evil.example' });
  expect(stolen.error).toMatchObject({ code: 'origin_not_allowed' });
  expect((await page('sessions.current', bearer)).status).toBe(200);
});

test('a host ends all tokens of a user at once, and the next one counts in the same millisecond', async () => {
  const { page, token, host } = await testApp();
  const before = [await token(), await token()];
  const others = await token({ externalId: 'u2' });
  expect((await host('/v1/embed-sessions/revoke', { user: { externalId: 'u1' } })).body).toEqual({ ok: true });
  for (const bearer of before) expect((await page('sessions.current', bearer)).status).toBe(401);
  expect((await page('sessions.current', others)).status).toBe(200);
  expect((await page('sessions.current', await token())).status).toBe(200);
});

test('a host cannot end the sessions of a user that is not its own', async () => {
  const { host, server } = await testApp();
  await server.user({ organizationId: (await server.organization()).id, externalId: 'theirs' });
  const { status, body } = await host('/v1/embed-sessions/revoke', { user: { externalId: 'theirs' } });
  expect([status, body.error.reason]).toEqual([404, 'refusal.noUser']);
});

function tampered(token: string): string {
  const [head, claims, signature] = token.split('.') as [string, string, string];
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
  return [head, Buffer.from(JSON.stringify({ ...said, role: 'owner' })).toString('base64url'), signature].join('.');
}

function unsigned(token: string): string {
  return [Buffer.from('{"alg":"none"}').toString('base64url'), token.split('.')[1], ''].join('.');
}

async function foreign(made: Made) {
  const user = await made.server.user({ organizationId: (await made.server.organization()).id });
  return forged(made, { sub: String(user.id) });
}

async function late(made: Made) {
  const bearer = await made.token();
  made.server.pass(631_000);
  return bearer;
}
