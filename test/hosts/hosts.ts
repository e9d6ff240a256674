import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { widgetFiles } from '@campaign-kit/server/http/widget-files';
import type { CampaignSeed } from '../fixture/seed-campaign.ts';
import { startFixture } from '../fixture/server.ts';

/** A page of some host. Everything it does stands in files of its own, so that it can be under the strictest policy. */
export type HostPage = {
  head?: string;
  /** Where `{kit}` stands, the kit's elements go. */
  body?: string;
  css?: string;
  /** Runs before the kit. */
  js?: string;
  /** The host's answer: instead of the strict policy, or beside it. */
  headers?: Record<string, string>;
  lang?: string;
};

/** One organization of the kit's server, with the host's own notion of who is logged in. */
export type Tenant = {
  readonly campaignId: number;
  readonly markup: string;
  /** Why tokens were asked of the host's server, in order. */
  readonly mints: string[];
  loggedIn: boolean;
  role: 'admin' | 'texter';
  call: <T>(verb: string, input?: unknown) => Promise<T>;
};

export type Hosts = Awaited<ReturnType<typeof openHosts>>;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The kit's files, its server and a host's server, each on an origin of its own, as in life. */
export async function openHosts() {
  const directory = await mkdtemp(`${tmpdir()}/campaign-kit-hosts-`);
  await promisify(execFile)(
    `${root}node_modules/.bin/vite`,
    ['build', '--outDir', directory, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: `${root}packages/widgets`, env: { ...process.env, NODE_ENV: 'production' } },
  );
  const fixture = await startFixture();
  const files = await listen(new Hono().route('/kit', widgetFiles(directory)));
  const tenants = new Map<string, Tenant>();
  const pages = new Map<string, HostPage>();
  const crm = new Hono();
  const host = await listen(crm);

  crm.get('/p/:id', c => {
    const page = pages.get(c.req.param('id'));
    if (!page) return c.notFound();
    const policy = [
      `default-src 'none'`,
      `script-src 'self' ${files.url}`,
      `style-src 'self'`,
      `img-src 'self'`,
      `connect-src 'self' ${fixture.url}`,
      `frame-src *`,
      `require-trusted-types-for 'script'`,
      `trusted-types campaign-kit`,
    ].join('; ');
    for (const [name, value] of Object.entries({ 'content-security-policy': policy, ...page.headers }))
      if (value) c.header(name, value);
    return c.html(`<!doctype html>
<html lang="${page.lang ?? 'en'}"><head><meta charset="utf-8"><title>A host</title><link rel="icon" href="/icon.svg">
<meta name="viewport" content="width=device-width">${page.head ?? ''}
<link rel="stylesheet" href="${c.req.path}/host.css"><script src="${c.req.path}/host.js"></script>
<script type="module" src="${files.url}/kit/v1/boot.js"></script></head><body>${page.body ?? '{kit}'}</body></html>`);
  });
  const plain = 'html { font-family: sans-serif; color-scheme: light } body { margin: 24px }\n';
  crm.get('/p/:id/host.css', c =>
    c.body(plain + (pages.get(c.req.param('id'))?.css ?? ''), 200, { 'content-type': 'text/css' }),
  );
  crm.get('/p/:id/host.js', c =>
    c.body(pages.get(c.req.param('id'))?.js ?? '', 200, { 'content-type': 'text/javascript' }),
  );
  crm.get('/icon.svg', c =>
    c.body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200, { 'content-type': 'image/svg+xml' }),
  );
  crm.post('/session/:key', async c => {
    const tenant = tenants.get(c.req.param('key'));
    if (!tenant) return c.notFound();
    tenant.mints.push((await c.req.json<{ reason: string }>()).reason);
    if (!tenant.loggedIn) return c.json({ error: 'Log in first.' }, 401);
    const origin = c.req.header('origin') ?? host.url;
    return c.json(await tenant.call<object>('session', { role: tenant.role, origin }));
  });

  /** An organization whose pages are at `origin`, with one campaign. */
  async function tenant(origin: string, campaign: CampaignSeed = unsent): Promise<Tenant> {
    const control = async <T>(path: string, input: unknown) => {
      const body = JSON.stringify(input);
      const response = await fetch(`${fixture.url}/control/worlds${path}`, { method: 'POST', body });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as T;
    };
    const made = await control<{ key: string; endpoint: string; campaignIds: number[] }>('', {
      origins: [origin],
      campaigns: [campaign],
    });
    const campaignId = made.campaignIds[0]!;
    const one: Tenant = {
      campaignId,
      markup: `<campaign-kit endpoint="${made.endpoint}" session-url="/session/${made.key}"><campaign-actions campaign-id="${campaignId}"></campaign-actions></campaign-kit>`,
      mints: [],
      loggedIn: true,
      role: 'admin',
      call: (verb, input = {}) => control(`/${made.key}/${verb}`, input),
    };
    tenants.set(made.key, one);
    return one;
  }

  /** The path of a page from now on. */
  function publish(page: HostPage, markup: string): string {
    const id = String(pages.size);
    pages.set(id, { ...page, body: (page.body ?? '{kit}').replaceAll('{kit}', markup) });
    return `/p/${id}`;
  }

  return {
    url: host.url,
    port: host.port,
    tenant,
    publish,
    async stop() {
      await Promise.all([files.stop(), host.stop(), fixture.stop()]);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const unsent: CampaignSeed = {
  title: 'Phonebank P1',
  conversations: [{ n: 20, status: 'needsMessage', texter: 1 }],
};

async function listen(app: Hono) {
  const server = await new Promise<ReturnType<typeof serve>>(resolve => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made));
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://localhost:${port}`, stop: () => new Promise(done => server.close(done)) };
}
