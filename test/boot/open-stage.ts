import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browsers, type Page } from 'playwright-core';
import { freePort } from '@campaign-kit/demo/free-port';
import { users } from '@campaign-kit/server/db/schema/organizations';
import { readEnv } from '@campaign-kit/server/env';
import { createLog } from '@campaign-kit/server/http/log';
import { startServer } from '@campaign-kit/server/http/start-server';
import { addOrigin } from '@campaign-kit/server/organizations/add-origin';
import { createKey } from '@campaign-kit/server/organizations/create-key';
import { createOrganization } from '@campaign-kit/server/organizations/create-organization';
import type { Role } from '@campaign-kit/shared/scopes';
import { chromium } from '../../scripts/chromium.ts';
import { builtWidgets } from '../fixture/built-widgets.ts';
import { seedCampaign } from '../fixture/seed-campaign.ts';
import { startHost } from './host.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;
type Visit = { headers?: Record<string, string>; init?: () => void };
type Mint = { role?: Role; origin?: string; elements?: string[]; key?: string; at?: string };

/** The real server with the real build at `localhost`, a host of another site, and a browser. */
export async function openStage() {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-boot-'));
  const port = await freePort({ number: 0, fixed: true, variable: 'PORT' }, '127.0.0.1', []);
  const kitUrl = `http://localhost:${port}`;
  const [widgets, { path, args, env }] = [await builtWidgets(), await chromium()];
  const server = await startServer(
    readEnv({
      CAMPAIGN_KIT_DATABASE_URL: `file:${join(directory, 'kit.db')}`,
      CAMPAIGN_KIT_SESSION_SECRET: 'the secret of the tests of boot, long enough',
      CAMPAIGN_KIT_PORT: String(port),
      CAMPAIGN_KIT_PUBLIC_URL: kitUrl,
      CAMPAIGN_KIT_LOG_LEVEL: 'error',
      CAMPAIGN_KIT_WIDGETS_DIRECTORY: widgets,
      CAMPAIGN_KIT_USER_REQUESTS_PER_SECOND: '10000',
    }),
    createLog('error'),
  );
  const { world } = server;
  const { id: organizationId } = await createOrganization(world, { name: 'Maple', timeZone: 'America/New_York' });
  const { key } = await createKey(world, { organizationId, name: 'CRM' });
  const host = await startHost();
  await addOrigin(world, { organizationId, origin: host.origin });
  const campaignId = await world.db.write(async tx => {
    const texter = { organizationId, externalId: 'ada', name: 'Ada Park', role: 'texter' as const };
    const made = await tx
      .insert(users)
      .values({ ...texter, createdAt: world.now() })
      .returning({ id: users.id });
    return seedCampaign(
      tx,
      { organizationId, texterIds: made.map(({ id }) => id), now: world.now() },
      { conversations: [{ n: 12, status: 'needsMessage', texter: 1 }] },
    );
  });
  const browser = await browsers.launch({ executablePath: path, args, env });
  let count = 0;

  /** What the server answers to a host that asks for a session. */
  async function mint({ role = 'admin', origin = host.origin, elements, at = kitUrl }: Mint = {}) {
    const answer = await fetch(`${at}/v1/embed-sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        user: { externalId: 'u1', name: 'Grace Okafor', role },
        origin,
        ...(elements && { elements }),
      }),
    });
    return { status: answer.status, headers: { 'content-type': 'application/json' }, body: await answer.text() };
  }
  host.route('/session', () => mint());

  const boot = `<script type="module" src="${kitUrl}/kit/v1/boot.js"></script>`;
  const element = `<campaign-actions campaign-id="${campaignId}"></campaign-actions>`;
  const kit = (inside = element, attributes = 'session-url="/session"') =>
    `<campaign-kit endpoint="${kitUrl}" ${attributes}>${inside}</campaign-kit>`;

  /** A page of the host: this in its head, that in its body. `said` is what it wrote to the console. */
  async function open(
    head: string,
    body: string,
    { headers = {}, init }: Visit = {},
  ): Promise<Page & { said: string[] }> {
    const address = `/page-${++count}`;
    host.route(address, {
      headers,
      body: `<!doctype html><html lang="en"><title>CRM</title>${head}<body>${body}</body></html>`,
    });
    const context = await browser.newContext({ locale: 'en' });
    context.setDefaultTimeout(15_000);
    const page = Object.assign(await context.newPage(), { said: [] as string[] });
    page.on('console', message => page.said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', error => page.said.push(`error: ${error.message}`));
    if (init) await page.addInitScript(init);
    await page.goto(`${host.origin}${address}`);
    return page;
  }

  return {
    kitUrl,
    host,
    world,
    organizationId,
    campaignId,
    boot,
    element,
    kit,
    mint,
    open,
    script: (name: string, body: string) => host.route(name, { headers: { 'content-type': 'text/javascript' }, body }),
    close: async () => {
      await browser.close();
      await host.stop();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Waits until the element at this selector shows its button, as it does with code, kit and session. */
export const ready = (page: Page, selector = 'campaign-actions') =>
  page.locator(`${selector}:state(ready)`).first().waitFor({ state: 'attached' });
