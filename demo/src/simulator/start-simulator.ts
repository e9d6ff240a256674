import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addSender, type Account, type NewSender } from './account.ts';
import { createChance } from './chance.ts';
import { controlApi } from './control/control-api.ts';
import { createControl, type Control } from './control/control.ts';
import { createLive } from './control/live.ts';
import { faultNames, noFaults, type FaultName, type Faults } from './faults.ts';
import { createReceive, type Receive } from './inbound/receive.ts';
import type { Message } from './message.ts';
import { countNames, type CountName, type Network } from './network.ts';
import { createCarrier } from './outbound/deliver.ts';
import { controlPage } from './page/control-page.ts';
import type { Phone } from './phones/phone.ts';
import { createRest } from './rest/create-rest.ts';
import { Ring } from './ring.ts';
import { usualSettings, type Settings } from './settings.ts';
import { createTimeline } from './timeline.ts';
import { openConnections, type Called } from './webhooks/http-call.ts';

export type SimulatorOptions = {
  /** 0 for any free port. */
  port: number;
  host?: string;
  accountSid: string;
  authToken: string;
  /** API keys of the account: secrets by their SID. */
  apiKeys?: Readonly<Record<string, string>>;
  numbers?: readonly NewSender[];
  settings?: Partial<Settings>;
  faults?: Partial<Faults>;
  /** A clock of the caller's: then time stands still for the simulator until `settle`. */
  now?: () => number;
  /** Who answers what, and which requests a fault strikes, follow from it. */
  seed?: number;
  /** How many messages are kept; the oldest are forgotten, and counted. */
  keepMessages?: number;
  /** Is told each try of a webhook when it has ended. */
  onWebhook?: (called: Called) => void;
  /** Origins whose pages may show the control page in a frame. */
  framedBy?: readonly string[];
};

/** A Twilio of its own, with its phones, on a port of this machine. */
export type Simulator = {
  /** In the place of `https://api.twilio.com`; `https://messaging.twilio.com` is `/messaging` under it. */
  url: string;
  control: Control;
  /** Runs what is due and waits for the webhooks under way. */
  settle: () => Promise<void>;
  stop: () => Promise<void>;
};

const [keptMessages, keptPhones, keptSticky] = [50_000, 2_000, 200_000];

/** Starts the simulator. All that it knows is in memory and ends with it. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { host = '127.0.0.1', seed = 1 } = options;
  const account: Account = {
    sid: options.accountSid,
    authToken: options.authToken,
    apiKeys: new Map(Object.entries(options.apiKeys ?? {})),
    suspended: false,
    senders: new Map(),
    services: new Map(),
  };
  const timeline = createTimeline(options.now);
  for (const number of options.numbers ?? []) addSender(account, number, timeline.now());
  let url = '';
  const live = createLive(() => network);
  const zeros = <N extends string>(names: readonly N[]) =>
    Object.fromEntries(names.map(name => [name, 0])) as Record<N, number>;
  const network: Network = {
    account,
    settings: { ...usualSettings, ...options.settings },
    faults: { ...noFaults(), ...options.faults },
    chance: createChance(seed),
    timeline,
    messages: new Ring<Message>(options.keepMessages ?? keptMessages),
    phones: new Ring<Phone>(keptPhones),
    blocked: new Set(),
    sticky: new Ring<string>(keptSticky),
    counts: zeros<CountName>(countNames),
    faultCounts: zeros<FaultName>(faultNames),
    notes: [],
    pairs: { since: timeline.now(), counts: new Map() },
    day: { since: timeline.now(), count: 0 },
    seed,
    baseUrl: () => url,
    changed: live.changed,
  };
  const connections = openConnections(options.onWebhook);
  const carrier = createCarrier(network, connections, (): Receive => receive);
  const receive = createReceive(network, connections, carrier);
  const control = createControl(network, receive);

  const app = new Hono();
  app.route('/control', controlApi(network, control, live));
  app.route('/', controlPage(options.framedBy ?? []));
  app.route('/', createRest(network, carrier));
  const server = serve({ fetch: app.fetch, hostname: host, port: options.port }) as Server;
  await once(server, 'listening');
  url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${(server.address() as AddressInfo).port}`;

  async function stop() {
    timeline.stop();
    live.stop();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    connections.close();
    await closed;
  }
  return { url, control, settle: timeline.settle, stop };
}
