import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCampaignKitServer, type CampaignKitServer } from './create-campaign-kit-server.ts';
import { crm, testServer } from './fixture/test-server.ts';
import { createKey } from './organizations/create-key.ts';

const secret = 's'.repeat(32);
const user = { externalId: 'u1', name: 'Ada', role: 'admin' } as const;

/** The kit as a host has it in its own process, on a test's database, with a build of the widgets. */
async function mounted(publicUrl: string) {
  const { url: databaseUrl, organization, world } = await testServer({ now: Date.now() });
  const { id: organizationId } = await organization();
  const { key } = await createKey(world, { organizationId, name: 'CRM' });
  const widgetsDirectory = await mkdtemp(join(tmpdir(), 'campaign-kit-mounted-'));
  await writeFile(join(widgetsDirectory, 'boot.js'), 'export const boot = 1;\n');
  const kit = await createCampaignKitServer({ databaseUrl, publicUrl, secret, widgetsDirectory, logLevel: 'silent' });
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= kit.stop());
  onTestFinished(async () => {
    await stop();
    await rm(widgetsDirectory, { recursive: true });
  });
  return { kit, stop, organizationId, key };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const elsewhere = new Response('the host’s own page', { status: 404 });

/** How a host takes the kit in: what it serves, and under which path the kit is found there. */
const hosts: Record<string, { path: string; serve: (kit: CampaignKitServer) => Server }> = {
  'a Hono host routes to it': {
    path: '/texting',
    serve: kit => {
      const host = new Hono().get('/', c => c.text('CRM')).route('/texting', kit.app);
      host.notFound(() => elsewhere.clone());
      return createAdaptorServer({ fetch: host.fetch }) as Server;
    },
  },
  'node:http gives it requests as they come': {
    path: '/deep/texting',
    serve: kit =>
      createServer((request, response) => {
        if (request.url?.startsWith('/deep/texting/')) void kit.listener(request, response);
        else response.writeHead(404).end();
      }),
  },
  'Express and its like take the path off before': {
    path: '/texting',
    serve: kit =>
      createServer((request, response) => {
        request.url = request.url!.slice('/texting'.length);
        void kit.listener(request, response);
      }),
  },
  'it has a host name of its own': { path: '', serve: kit => createServer((...both) => void kit.listener(...both)) },
};

for (const [how, { path, serve }] of Object.entries(hosts)) {
  test(`inside of another server, where ${how}, every address is there`, async () => {
    const { kit, stop, key } = await mounted(`https://crm.example${path}`);
    const home = (await listen(serve(kit))) + path;

    expect(await (await fetch(`${home}/readyz`)).json()).toEqual({ ready: true });
    const boot = await fetch(`${home}/kit/v1/boot.js`);
    expect([boot.status, await boot.text()]).toEqual([200, 'export const boot = 1;\n']);
    const nowhere = await fetch(`${home}/v2`);
    expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);

    const made = await fetch(`${home}/v1/embed-sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user, origin: crm }),
    });
    const { token } = (await made.json()) as { token: string };
    const headers = { authorization: `Bearer ${token}`, origin: crm };
    const preflight = await fetch(`${home}/trpc/sessions.current`, { method: 'OPTIONS', headers: { origin: crm } });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, crm]);
    const current = await fetch(`${home}/trpc/sessions.current,operations.get?batch=1&input={"1":{"operationId":9}}`, {
      headers,
    });
    expect(await current.json()).toMatchObject([
      { result: { data: { user: { name: 'Ada' } } } },
      { error: { data: { code: 'not_found' } } },
    ]);

    const stream = await fetch(`${home}/trpc/operations.watch?input={"campaignId":null}`, {
      headers: { ...headers, accept: 'text/event-stream' },
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await stop();
    expect(await stream.text()).toContain('event: connected');
  });
}

test('a host in the same process gets tokens without a secret key, for allowed origins only', async () => {
  const { kit, organizationId } = await mounted('https://crm.example/texting');
  const { token, expiresAt } = await kit.embedSession({ organizationId, user, origin: crm });
  expect(expiresAt).toBeGreaterThan(Date.now() + 590_000);
  const asAda = { headers: { authorization: `Bearer ${token}`, origin: crm } };
  const current = await kit.app.request('/trpc/sessions.current', asAda);
  expect(await current.json()).toMatchObject({ result: { data: { user: { name: 'Ada', role: 'admin' } } } });
  await expect(kit.embedSession({ organizationId, user, origin: 'https://evil.example' })).rejects.toMatchObject({
    code: 'origin_not_allowed',
  });
  const wrong = { organizationId, user: { ...user, role: 'king' as 'admin' }, origin: crm };
  await expect(kit.embedSession(wrong)).rejects.toMatchObject({ code: 'validation' });
});

test('told to stop, it finishes the request at hand before it closes the database', async () => {
  const { kit, stop, key } = await mounted('https://crm.example/texting');
  const body = new TransformStream<string, string>();
  const writer = body.writable.getWriter();
  const answer = kit.app.request('/v1/embed-sessions', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body.readable.pipeThrough(new TextEncoderStream()),
    duplex: 'half',
  });
  const stopped = stop();
  await writer.write(JSON.stringify({ user, origin: crm }));
  await writer.close();
  expect((await answer).status).toBe(201);
  await stopped;
});

test('options that are wrong are refused by name, all at once, and never with what they were set to', async () => {
  const wrong = createCampaignKitServer({ publicUrl: 'crm', secret: 'my little secret', databaseUrl: 'postgres://x' });
  const problem = await wrong.catch((error: unknown) => String(error));
  for (const name of ['publicUrl', 'secret', 'databaseUrl']) expect(problem).toContain(`${name} is wrong`);
  expect(problem).not.toContain('my little secret');
});
