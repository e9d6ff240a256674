import { serve } from '@hono/node-server';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appNames, buildApp, type AppName } from '../../scripts/frameworks/build-app.ts';
import { serveApps } from '../../scripts/frameworks/serve-apps.ts';
import { startFixture } from '../fixture/server.ts';
import type { CampaignSeed } from '../fixture/seed-campaign.ts';
import type { WorldSeed } from '../fixture/world.ts';

type World = { key: string; endpoint: string; campaignIds: number[] };

/** The example hosts, each with a texting server and campaigns of its own, behind one address. */
export type Hosts = {
  url: string;
  /** How many tokens the host's server was asked for. */
  mints: (name: AppName) => number;
  stop: () => Promise<void>;
};

const titles = ['Food drive', 'River cleanup'];

/** Builds the apps and starts what they need. */
export async function openHosts(names: readonly AppName[] = appNames): Promise<Hosts> {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-frameworks-'));
  const [fixture, ...apps] = await Promise.all([startFixture(), ...names.map(name => buildApp(name, directory))]);
  const worlds = new Map<AppName, World>();
  const mints = new Map<AppName, number>();
  const control = (path: string, input: object) =>
    fetch(`${fixture.url}/control/worlds${path}`, { method: 'POST', body: JSON.stringify(input) });

  const app = serveApps({
    apps,
    hostOf: async name => {
      const { endpoint, campaignIds } = worlds.get(name)!;
      return { endpoint, campaigns: campaignIds.map((id, at) => ({ id, title: titles[at] ?? '' })) };
    },
    mint: (name, origin) => {
      mints.set(name, (mints.get(name) ?? 0) + 1);
      return control(`/${worlds.get(name)!.key}/session`, { origin });
    },
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  for (const name of names) {
    const campaigns = titles.map((title): CampaignSeed => ({
      title,
      conversations: [
        { n: 8, status: 'needsMessage', texter: 1 },
        { n: 5, status: 'messaged', texter: 2, messagedMinutesAgo: 3000 },
      ],
    }));
    const seed: WorldSeed = { origins: [url], campaigns };
    const made = await control('', seed);
    if (!made.ok) throw new Error(await made.text());
    worlds.set(name, (await made.json()) as World);
  }

  async function stop() {
    server.closeAllConnections();
    server.close();
    await fixture.stop();
    await rm(directory, { recursive: true, force: true });
  }
  return { url, mints: name => mints.get(name) ?? 0, stop };
}
