import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { operations } from '../db/schema/operations.ts';
import { sql } from 'drizzle-orm';
import { version } from '@campaign-kit/shared/version';
import { testApp } from '../fixture/test-app.ts';
import { noon } from '../fixture/test-server.ts';

test('it is alive, and ready until it is told to stop', async () => {
  const stopping = new AbortController();
  const { app } = await testApp({ stopping: stopping.signal });
  expect((await app.request('/healthz')).status).toBe(200);
  expect(await (await app.request('/readyz')).json()).toEqual({ ready: true });
  stopping.abort();
  const answer = await app.request('/readyz');
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, why: 'stopping' }]);
  expect((await app.request('/healthz')).status).toBe(200);
});

test('any page may ask whether it lives, which version it is and what time it has', async () => {
  const { app, server } = await testApp();
  const answer = await app.request('/healthz', { headers: { origin: 'https://anyone.example' } });
  expect(await answer.json()).toEqual({ ok: true, version, now: server.now() });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('it is not ready before its migrations', async () => {
  const { app, server } = await testApp();
  await server.db.write(tx => tx.run(sql`DELETE FROM __drizzle_migrations`));
  expect(await (await app.request('/readyz')).json()).toMatchObject({ ready: false, why: /migrate/ });
});

test('it is not ready without its database', async () => {
  const { app, server } = await testApp();
  await server.close();
  expect(await (await app.request('/readyz')).json()).toEqual({ ready: false, why: 'the database does not answer' });
});

for (const [why, sent, kept] of [
  ['a sane id of the caller is kept', 'req-7_a=', true],
  ['an id with other characters is replaced', 'a b"c', false],
  ['an id without end is replaced', 'x'.repeat(65), false],
  ['an id is made where there is none', undefined, false],
] as const) {
  test(why, async () => {
    const { app, lines } = await testApp();
    const { headers } = await app.request('/nothing', { headers: sent === undefined ? {} : { 'x-request-id': sent } });
    const id = headers.get('x-request-id');
    if (kept) expect(id).toBe(sent);
    else expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ requestId: id, route: 'none', status: 404, level: 'info' });
  });
}

test('every answer of the API is data and nothing else', async () => {
  const { app } = await testApp();
  for (const path of ['/healthz', '/v1/campaigns', '/trpc/sessions.current', '/nothing']) {
    const { headers } = await app.request(path, { headers: { 'x-request-id': 'given' } });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-request-id')).toBe('given');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('the metrics count requests by route, and running operations', async () => {
  const { app, page, token, server, organization } = await testApp();
  await page('sessions.current', await token());
  await app.request('/trpc/no.such?input=1');
  await app.request('/trpc/sessions.current,sessions.current?batch=1');
  const row = { organizationId: organization.id, kind: 'releaseUnsent', input: {}, total: 1, startedAt: noon } as const;
  await server.db.write(tx => tx.insert(operations).values({ ...row, state: 'running', requestKey: 'a' }));
  const text = await (await app.request('/metrics')).text();
  for (const route of ['/v1/embed-sessions', '/trpc/sessions.current', '/trpc/unknown', '/trpc/batch']) {
    expect(text).toContain(`route="${route}"`);
  }
  expect(text).toContain('campaign_kit_operations_running 1');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(text).not.toContain('no.such');
});

test('the metrics can ask for a token', async () => {
  const { app } = await testApp({ metricsToken: 'only for prometheus' });
  expect((await app.request('/metrics')).status).toBe(401);
  const headers = { authorization: 'Bearer only for prometheus' };
  expect((await app.request('/metrics', { headers })).status).toBe(200);
});

test('a host can mount it under a path of its own', async () => {
  const { app, token } = await testApp();
  const outer = new Hono().route('/texting', app);
  const headers = { authorization: `Bearer ${await token()}` };
  expect((await outer.request('/texting/healthz')).status).toBe(200);
  expect((await outer.request('/texting/trpc/sessions.current', { headers })).status).toBe(200);
});

test('a user who asks too often is told in the words of the protocol', async () => {
  const { page, token, server } = await testApp({ userRequestsPerSecond: 0.5 });
  const bearer = await token();
  await page('sessions.current', bearer);
  await page('sessions.current', bearer);
  const refused = await page('sessions.current', bearer);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  expect(refused.error).toMatchObject({ code: 'rate_limited', reason: 'refusal.tooManyRequests', retryable: true });
  expect((await page('sessions.current', await token({ externalId: 'u2' }))).status).toBe(200);
  server.pass(2_000);
  expect((await page('sessions.current', bearer)).status).toBe(200);
});

test('a call that is too large is refused in the words of the protocol', async () => {
  const { page, token } = await testApp();
  const { status, error } = await page('sessions.logout', await token(), { body: `"${'x'.repeat(1_000_001)}"` });
  expect([status, error?.code, error?.reason]).toEqual([413, 'validation', 'refusal.tooLarge']);
});
