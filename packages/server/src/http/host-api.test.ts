import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { apiKeys, users } from '../db/schema/organizations.ts';
import { testApp } from '../fixture/test-app.ts';
import { crm, noon } from '../fixture/test-server.ts';
import { revokeKey } from '../organizations/revoke-key.ts';

const ada = { externalId: 'u1', name: 'Ada', role: 'admin' };

test('a host gets a token of ten minutes for its user, on its page', async () => {
  const { host, organization } = await testApp();
  const { status, body } = await host('/v1/embed-sessions', { user: ada, origin: `${crm}/` });
  expect(status).toBe(201);
  expect(body.expiresAt).toBe(noon + 600_000);
  expect(decodeJwt(body.token)).toMatchObject({
    org: organization.id,
    role: 'admin',
    elements: null,
    origin: crm,
    exp: (noon + 600_000) / 1_000,
  });
});

test('the host’s users are known by their external id, and renamed when they come again', async () => {
  const { host, server } = await testApp();
  await host('/v1/embed-sessions', { user: ada, origin: crm });
  await host('/v1/embed-sessions', { user: { ...ada, name: 'Ada L.', role: 'texter' }, origin: crm });
  expect(await server.db.read.select().from(users)).toMatchObject([
    { externalId: 'u1', name: 'Ada L.', role: 'texter' },
  ]);
});

for (const [why, change, status, code, reason] of [
  ['a page of another origin', { origin: 'https://evil.example' }, 403, 'origin_not_allowed', 'refusal.origin'],
  ['an origin with a path', { origin: `${crm}/page` }, 400, 'validation', 'refusal.input'],
  ['an origin that is no page', { origin: 'file:///etc' }, 400, 'validation', 'refusal.input'],
  ['an unknown element', { elements: ['campaign-nukes'] }, 400, 'validation', 'refusal.input'],
  ['no element at all', { elements: [] }, 400, 'validation', 'refusal.input'],
  ['an unknown role', { user: { ...ada, role: 'root' } }, 400, 'validation', 'refusal.input'],
  ['a user without a name', { user: { ...ada, name: ' ' } }, 400, 'validation', 'refusal.input'],
  ['a minute that is too short', { expiresIn: 59 }, 400, 'validation', 'refusal.input'],
  ['more than an hour', { expiresIn: 3_601 }, 400, 'validation', 'refusal.input'],
  ['a field that nobody knows', { admin: true }, 400, 'validation', 'refusal.input'],
] as const) {
  test(`no token for ${why}`, async () => {
    const { host } = await testApp();
    const answer = await host('/v1/embed-sessions', { user: ada, origin: crm, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ code, reason, retryable: false });
    expect(answer.body.error.requestId).toBe(answer.headers.get('x-request-id'));
  });
}

test('the token of a suspended user opens nothing, and every call says why', async () => {
  const { host, page, server, organization } = await testApp();
  await server.user({ organizationId: organization.id, externalId: 'u1', suspended: true });
  const { status, body } = await host('/v1/embed-sessions', { user: ada, origin: crm });
  expect(status).toBe(201);
  for (const call of ['sessions.current', 'requests.offer']) {
    const refused = await page(call, body.token);
    expect([refused.status, refused.error?.code, refused.error?.reason]).toEqual([
      403,
      'forbidden',
      'refusal.suspended',
    ]);
  }
});

test('only the hash of a key is kept', async () => {
  const { server, key } = await testApp();
  const kept = JSON.stringify(await server.db.read.select().from(apiKeys));
  expect(key).toMatch(/^ck_live_[\w-]{43}$/);
  expect(kept).not.toContain(key.slice(8));
});

test('a key that is wrong, revoked or missing opens nothing', async () => {
  const { app, host, server, key, keyId } = await testApp();
  for (const wrong of ['', 'ck_live_x', `${key}x`, `ck_live_${'A'.repeat(43)}`]) {
    expect((await host('/v1/campaigns', undefined, wrong)).status).toBe(401);
  }
  expect((await app.request('/v1/campaigns')).status).toBe(401);
  expect((await host('/v1/campaigns')).status).toBe(200);
  await revokeKey(server.world, { keyId });
  expect((await host('/v1/campaigns')).body.error).toMatchObject({
    code: 'session_expired',
    reason: 'refusal.secretKey',
  });
});

test('a key that asks too often is told when to come back', async () => {
  const { host, server } = await testApp({ keyRequestsPerSecond: 0.5 });
  expect([(await host('/v1/campaigns')).status, (await host('/v1/campaigns')).status]).toEqual([200, 200]);
  const refused = await host('/v1/campaigns');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  expect(refused.body.error).toMatchObject({ code: 'rate_limited', retryable: true });
  server.pass(2_000);
  expect((await host('/v1/campaigns')).status).toBe(200);
});

test('a body that is too large or is not JSON is refused', async () => {
  const { app, host, key } = await testApp();
  expect((await host('/v1/embed-sessions', { junk: 'x'.repeat(1_000_001) })).status).toBe(413);
  const headers = { authorization: `Bearer ${key}` };
  expect((await app.request('/v1/embed-sessions', { method: 'POST', headers, body: '{' })).status).toBe(400);
});
