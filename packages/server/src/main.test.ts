import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startProcess } from './fixture/server-process.ts';
import { onSqld } from './fixture/test-database.ts';
import { crm, testServer } from './fixture/test-server.ts';
import { createKey } from './organizations/create-key.ts';

const user = { externalId: 'u1', name: 'Ada', role: 'admin' };

/** A real server process on a test's database, with an organization and its key. */
async function running() {
  const server = await testServer({ now: Date.now() });
  const { id: organizationId } = await server.organization();
  const { key } = await createKey(server.world, { organizationId, name: 'CRM' });
  const child = startProcess('main.ts', [], {
    CAMPAIGN_KIT_DATABASE_URL: server.url,
    CAMPAIGN_KIT_SESSION_SECRET: 's'.repeat(32),
    CAMPAIGN_KIT_PORT: '0',
  });
  const { listening } = (await child.logged('listening')) as { listening: string };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ user, origin: crm });

  /** A request whose body is on its way until `finish`. */
  async function slow() {
    const sent = request(`${listening}/v1/embed-sessions`, {
      method: 'POST',
      headers: { ...headers, 'content-length': body.length },
    });
    const answered = once(sent, 'response').then(([response]) => (response as { statusCode: number }).statusCode);
    answered.catch(() => undefined);
    await new Promise<void>(resolve => sent.write(body.slice(0, 5), () => resolve()));
    await fetch(`${listening}/healthz`);
    return { finish: () => sent.end(body.slice(5)), answered };
  }
  return { ...child, listening, headers, body, slow };
}

test('told to stop, a server finishes what it began, closes its streams, and ends well', async () => {
  const { listening, headers, body, slow, kill, logged, ended } = await running();
  expect((await fetch(`${listening}/readyz`)).status).toBe(200);
  const made = await fetch(`${listening}/v1/embed-sessions`, { method: 'POST', headers, body });
  const { token } = (await made.json()) as { token: string };
  const input = encodeURIComponent(JSON.stringify({ campaignId: null }));
  const stream = await fetch(`${listening}/trpc/operations.watch?input=${input}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, origin: crm },
  });
  const { finish, answered } = await slow();

  const startedAt = performance.now();
  kill('SIGTERM');
  await logged('stopping');
  expect(await stream.text()).toContain('event: connected');
  await expect(fetch(`${listening}/healthz`)).rejects.toThrow();
  finish();
  expect(await answered).toBe(201);
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, '']);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(out).toContain('"msg":"stopped"');
  expect(out).not.toContain(token);
});

test.skipIf(onSqld)('told to stop twice, it ends at once', async () => {
  const { slow, kill, logged, ended } = await running();
  await slow();
  kill('SIGINT');
  await logged('stopping');
  kill('SIGTERM');
  const { code, out } = await ended;
  expect([code, out]).toEqual([1, expect.stringContaining('told to stop twice')]);
});

test.skipIf(onSqld)('a server that is set up wrongly says everything that is wrong, and does not start', async () => {
  const { code, out, err } = await startProcess('main.ts', [], { CAMPAIGN_KIT_PORT: 'high' }).ended;
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('CAMPAIGN_KIT_SESSION_SECRET is missing');
  expect(err).toContain('CAMPAIGN_KIT_PORT is wrong');
});

test('the command line is a program with exit codes', async () => {
  const server = await testServer();
  const env = { CAMPAIGN_KIT_DATABASE_URL: server.url };
  const made = await startProcess('cli/main.ts', ['organization', 'create', 'Tenants', '--json'], env).ended;
  expect([made.code, JSON.parse(made.out)]).toEqual([0, { id: 1, name: 'Tenants', timeZone: 'America/New_York' }]);
  const refused = await startProcess('cli/main.ts', ['key', 'revoke', '9'], env).ended;
  expect(refused).toEqual({ code: 3, out: '', err: 'There is no secret key 9.\n' });
});
