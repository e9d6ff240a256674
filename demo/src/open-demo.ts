import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { readEnv } from '@campaign-kit/server/env';
import { createLog } from '@campaign-kit/server/http/log';
import { startServer, type RunningServer } from '@campaign-kit/server/http/start-server';
import { buildWidgets, widgetsDirectory } from './build-widgets.ts';
import { createCrm } from './crm/create-crm.ts';
import { openCarrier } from './open-carrier.ts';
import { databaseOf, type DemoState } from './demo-state.ts';
import { freePort } from './free-port.ts';
import { prepare } from './prepare.ts';
import type { CampaignPlan } from './seed/campaign-plans.ts';
import type { Settings } from './settings.ts';
import { createTraffic } from './traffic.ts';

/** The demo while it runs: a CRM and the kit's server, each with its own port, in one process; and a carrier with phones. */
export type Demo = {
  crmUrl: string;
  kitUrl: string;
  /** Everybody's phones; null where texts go out by a real account. */
  phonesUrl: string | null;
  state: DemoState;
  /** The kit's server, for tests that change something behind the page's back. */
  server: () => RunningServer;
  stop: () => Promise<void>;
};

/** Makes what is missing, data and build at the same time, and starts both servers. */
export async function openDemo(settings: Settings, plans?: readonly CampaignPlan[]): Promise<Demo> {
  const { directory, host, logLevel } = settings;
  const crmPort = await freePort(settings.crm, host, []);
  const kitPort = await freePort(settings.kit, host, [crmPort]);
  const phonesPort = await freePort(settings.phones, host, [crmPort, kitPort]);
  const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  const [crmUrl, kitUrl] = [`http://${name}:${crmPort}`, `http://${name}:${kitPort}`];
  const origins = [...new Set([crmUrl, `http://127.0.0.1:${crmPort}`])];
  const prepared = (fresh: boolean) => prepare({ directory, fresh, origins, ...(plans ? { plans } : {}) });

  const carrier = await openCarrier({ variables: process.env, host, port: phonesPort, kitUrl, crmUrl });
  let [state] = await Promise.all([prepared(settings.fresh), buildWidgets()]);
  const start = async () => {
    const started = await startServer(
      readEnv({
        CAMPAIGN_KIT_DATABASE_URL: `file:${databaseOf(directory)}`,
        CAMPAIGN_KIT_SESSION_SECRET: state.sessionSecret,
        CAMPAIGN_KIT_HOST: host,
        CAMPAIGN_KIT_PORT: String(kitPort),
        CAMPAIGN_KIT_PUBLIC_URL: kitUrl,
        CAMPAIGN_KIT_LOG_LEVEL: logLevel,
        CAMPAIGN_KIT_WIDGETS_DIRECTORY: widgetsDirectory,
        ...carrier.variables,
      }),
      createLog(logLevel),
    );
    await carrier.serve(started.world);
    return started;
  };
  let server = await start();
  const traffic = createTraffic(() => ({ world: server.world, organizationId: state.organizationId }));

  let resetting: Promise<void> | null = null;
  async function reset() {
    const wasRunning = traffic.running();
    await traffic.stop();
    await server.stop();
    state = await prepared(true);
    server = await start();
    if (wasRunning) traffic.turn(true);
  }

  const crm = createCrm({
    kitUrl,
    secretKey: () => state.secretKey,
    cookieSecret: state.cookieSecret,
    offices: () => state.offices,
    phonesUrl: carrier.phonesUrl,
    traffic,
    reset: {
      running: () => resetting !== null,
      start: () => {
        resetting ??= reset().finally(() => (resetting = null));
      },
    },
  });
  const crmServer = serve({ fetch: crm.fetch, hostname: host, port: crmPort }) as Server;
  await once(crmServer, 'listening');

  async function stop() {
    crmServer.close();
    crmServer.closeAllConnections();
    await resetting;
    await traffic.stop();
    await server.stop();
    await carrier.stop();
  }
  return { crmUrl, kitUrl, phonesUrl: carrier.phonesUrl, state, server: () => server, stop };
}
