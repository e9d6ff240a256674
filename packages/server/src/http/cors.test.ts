import { expect, test } from 'vitest';
import { testApp } from '../fixture/test-app.ts';
import { crm } from '../fixture/test-server.ts';

for (const [path, origin, status, allowed] of [
  ['/trpc/sessions.current', crm, 204, crm],
  ['/trpc/sessions.current', 'https://second.example', 204, 'https://second.example'],
  ['/trpc/sessions.current', 'https://evil.example', 403, null],
  ['/trpc/sessions.current', 'http://crm.example', 403, null],
  ['/trpc/sessions.current', 'https://crm.example.evil.example', 403, null],
  ['/trpc/sessions.current', 'null', 403, null],
  ['/v1/embed-sessions', crm, 401, null],
] as const) {
  test(`a preflight of ${path} by ${origin} is ${allowed ? 'granted' : 'not granted'}`, async () => {
    const { app, server } = await testApp();
    await server.organization({ origins: ['https://second.example'] });
    const headers = { origin, 'access-control-request-method': 'POST' };
    const answer = await app.request(path, { method: 'OPTIONS', headers });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, allowed]);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });
}

test('a granted preflight says what may be sent, and for how long', async () => {
  const { app } = await testApp();
  const { headers } = await app.request('/trpc/sessions.current', { method: 'OPTIONS', headers: { origin: crm } });
  expect(headers.get('vary')).toContain('Origin');
  expect(headers.get('access-control-max-age')).toBe('600');
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
  const allowed = headers.get('access-control-allow-headers')?.split(', ');
  const needed = ['authorization', 'content-type', 'trpc-accept', 'last-event-id', 'x-request-id'];
  expect(allowed).toEqual(expect.arrayContaining([...needed, 'x-campaign-kit-import']));
});

test('an allowed page can read answers, refusals too; another page cannot', async () => {
  const { page } = await testApp();
  const refused = await page('sessions.current', null);
  expect(refused.status).toBe(401);
  expect(refused.headers.get('access-control-allow-origin')).toBe(crm);
  expect(refused.headers.get('access-control-expose-headers')).toContain('x-request-id');
  const foreign = await page('sessions.current', null, { origin: 'https://evil.example' });
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  expect(foreign.headers.get('vary')).toContain('Origin');
});
