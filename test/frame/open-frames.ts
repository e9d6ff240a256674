import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { chromium as browsers, type Page } from 'playwright-core';
import { freePort } from '@campaign-kit/demo/free-port';
import { users } from '@campaign-kit/server/db/schema/organizations';
import { readEnv } from '@campaign-kit/server/env';
import { createLog } from '@campaign-kit/server/http/log';
import { startServer } from '@campaign-kit/server/http/start-server';
import { addOrigin } from '@campaign-kit/server/organizations/add-origin';
import { createKey } from '@campaign-kit/server/organizations/create-key';
import { createOrganization } from '@campaign-kit/server/organizations/create-organization';
import { chromium } from '../../scripts/chromium.ts';
import { builtWidgets } from '../fixture/built-widgets.ts';
import { seedCampaign, type CampaignSeed } from '../fixture/seed-campaign.ts';
import { startHost } from './host.ts';

export type Frames = Awaited<ReturnType<typeof openFrames>>;

type Look = {
  width?: number;
  scheme?: 'light' | 'dark';
  attributes?: string;
  css?: string;
  script?: string;
  at?: string;
};

/** The real server at `localhost`, a host of another site at `127.0.0.1`, and a browser. */
export async function openFrames() {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-frames-'));
  const port = await freePort({ number: 0, fixed: true, variable: 'PORT' }, '127.0.0.1', []);
  const kitUrl = `http://localhost:${port}`;
  const [widgets, { path, args, env }] = [await builtWidgets(), await chromium()];
  const server = await startServer(
    readEnv({
      CAMPAIGN_KIT_DATABASE_URL: `file:${join(directory, 'kit.db')}`,
      CAMPAIGN_KIT_SESSION_SECRET: 'the secret of the tests of frames, long enough',
      CAMPAIGN_KIT_PORT: String(port),
      CAMPAIGN_KIT_PUBLIC_URL: kitUrl,
      CAMPAIGN_KIT_LOG_LEVEL: 'error',
      CAMPAIGN_KIT_WIDGETS_DIRECTORY: widgets,
      CAMPAIGN_KIT_USER_REQUESTS_PER_SECOND: '10000',
    }),
    createLog('error'),
  );
  const { world } = server;
  const { id: organizationId } = await createOrganization(world, {
    name: 'Maple Street',
    timeZone: 'America/New_York',
  });
  const { key } = await createKey(world, { organizationId, name: 'CRM' });
  const host = await startHost(kitUrl, () => key);
  await addOrigin(world, { organizationId, origin: host.origin });
  const texterIds = await world.db.write(async tx => {
    const texter = {
      organizationId,
      externalId: 'ada',
      name: 'Ada Park',
      role: 'texter' as const,
      createdAt: world.now(),
    };
    return (await tx.insert(users).values(texter).returning({ id: users.id })).map(({ id }) => id);
  });
  const browser = await browsers.launch({ executablePath: path, args, env });
  const complaints: string[] = [];
  let count = 0;

  /** A campaign with 12 unsent messages that a texter holds, unless something else is asked for. */
  const campaign = (seed: CampaignSeed = {}) =>
    world.db.write(tx =>
      seedCampaign(
        tx,
        { organizationId, texterIds, now: world.now() },
        {
          conversations: [{ n: 12, status: 'needsMessage', texter: 1 }],
          ...seed,
        },
      ),
    );

  /** A page of the host with this in it. Its script runs before `frame.js`, and keeps every `ck-` event in `heard`. */
  async function open(inside: string, { width = 1000, scheme = 'light', ...look }: Look = {}): Promise<Page> {
    const name = `/page-${++count}`;
    host.page(`${name}.js`, `${listening}\n${look.script ?? ''}`);
    host.page(
      name,
      `<!doctype html><html ${look.attributes ?? 'lang="en"'}><head><meta charset="utf-8"><title>CRM</title>
      <meta name="viewport" content="width=device-width"><style>body{margin:40px;font-family:Georgia}${look.css ?? ''}</style>
      <script src="${name}.js"></script><script type="module" src="${kitUrl}/kit/v1/frame.js"></script></head>
      <body><button id="before">Before</button>
      <campaign-kit endpoint="${kitUrl}" session-url="/session">${inside}</campaign-kit></body></html>`,
    );
    const context = await browser.newContext({ viewport: { width, height: 700 }, colorScheme: scheme, locale: 'en' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(String(error)));
    await page.goto(`${look.at ?? host.origin}${name}`);
    return page;
  }

  return {
    kitUrl,
    host,
    world,
    server,
    browser,
    organizationId,
    open,
    campaign,
    allow: (origin: string) => addOrigin(world, { organizationId, origin }),
    /** Another site's page in a frame of the same host, which tries to speak for our frame and to it. */
    intruder: async (page: Page, campaignId: number) => {
      host.page('/intruder.js', intruding.replaceAll('CAMPAIGN', String(campaignId)));
      host.page('/intruder', `<!doctype html><title>Intruder</title><script src="/intruder.js"></script>`);
      await page.evaluate(source => {
        addEventListener('message', ({ data }) => Object.assign(window, { intruded: data === 'intruded' }));
        document.body.append(Object.assign(document.createElement('iframe'), { src: source }));
      }, `${host.origin}/intruder`);
    },
    /** Pages of the test before are closed, and what they complained of is forgotten. */
    calm: async () => {
      await Promise.all(browser.contexts().map(context => context.close()));
      complaints.length = 0;
      Object.assign(host.state, { loggedIn: true, mintOrigin: '' });
    },
    /** What pages complained of: violations of the policy, errors, warnings. */
    complaints: async () => complaints.filter(one => !one.startsWith('Blocked autofocusing')),
    /** How many conversations of a campaign a texter holds. */
    held: async (campaignId: number) => {
      const [found] = await world.db.read.all<{ n: number }>(
        sql`SELECT count(*) AS n FROM conversations WHERE campaign_id = ${campaignId} AND texter_id IS NOT NULL`,
      );
      return found?.n;
    },
    close: async () => {
      await browser.close();
      await host.stop();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Class instances of the page become plain data on their way to the test. */
const listening = `
  window.heard = [];
  for (const type of ['ck-ready', 'ck-load-error', 'ck-open', 'ck-close', 'ck-action-request', 'ck-action-success',
    'ck-action-error', 'ck-session-expired'])
    addEventListener(type, event => heard.push({ type, on: event.target.localName, event }), true);
`;

const intruding = `
  const [ours] = [...Array(parent.length).keys()].map(at => parent.frames[at]).filter(frame => frame !== window);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {};
  parent.postMessage(['--ck-color-accent'], '*', [port2]);
  port1.postMessage(['title', 'stolen']);
  port1.postMessage(['event', 'ck-action-success', { bubbles: true }, {}, 1]);
  for (const words of [['is', { 'campaign-id': 'CAMPAIGN' }, '', {}], ['do', 'logout'], ['escape']])
    ours?.postMessage(words, '*', [new MessageChannel().port1]);
  setTimeout(() => parent.postMessage('intruded', '*'), 300);
`;
