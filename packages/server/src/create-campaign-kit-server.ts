import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ElementName, Role } from '@campaign-kit/shared/scopes';
import { readOptions } from './env.ts';
import { createLog } from './http/log.ts';
import { parse } from './http/parse.ts';
import { runApp } from './http/run-app.ts';
import { createEmbedSession, embedSession } from './sessions/create-embed-session.ts';

export type CampaignKitServerOptions = {
  /** Where browsers reach it, with the path that it is mounted under: `https://crm.example/texting`. */
  publicUrl: string;
  /** 32 characters or more; signs the tokens of elements. The same on every server of one installation. */
  secret: string;
  /** `file:PATH`, or the URL of a libSQL server; `file:.data/campaign-kit.db` by default. */
  databaseUrl?: string;
  databaseToken?: string;
  /** What is written to standard output, one JSON line each; `warn` by default. */
  logLevel?: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** 16 characters or more; `/metrics` then asks for it as a bearer token. */
  metricsToken?: string;
  /** Another build of the widgets than the one that the package brings. */
  widgetsDirectory?: string;
  /** Where the assistants of organizations may be asked: `public` addresses over https (the default), or `any`. */
  assistantNetworks?: 'public' | 'any';
  userRequestsPerSecond?: number;
  keyRequestsPerSecond?: number;
};

export type EmbedSessionAsked = {
  organizationId: number;
  user: { externalId: string; name: string; role: Role };
  /** Of the page that will use the token. */
  origin: string;
  /** What the token is good for; all that the role may do by default. */
  elements?: ElementName[];
  /** Seconds, 60 to 3,600; 600 by default. */
  expiresIn?: number;
};

export type CampaignKitServer = {
  /** All addresses as one Hono app: `host.route('/texting', kit.app)`. */
  readonly app: Hono;
  /** The same for `node:http` and what is made of it, such as Express: with the path in the URL or without. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** What `POST /v1/embed-sessions` does, without a secret key: for a host in the same process. */
  embedSession(asked: EmbedSessionAsked): Promise<{ token: string; expiresAt: number }>;
  /** Streams close, requests and the chunk of an operation at hand finish, then the database closes. */
  stop(): Promise<void>;
};

/**
 * The whole server inside of a host's own process. Resolves when the database is open and a file is up to date; rejects
 * with every wrong option by name.
 */
export async function createCampaignKitServer(options: CampaignKitServerOptions): Promise<CampaignKitServer> {
  const settings = readOptions(options);
  const keys = { secret: settings.secret, issuer: settings.publicUrl };
  const running = await runApp(settings, createLog(settings.logLevel));
  const answering = new Set<Promise<void>>();
  const app = new Hono();
  app.use('*', async function count(_, next) {
    const answered = next();
    answering.add(answered);
    await answered.finally(() => answering.delete(answered));
  });
  app.route('/', running.app);

  const path = new URL(settings.publicUrl).pathname.replace(/\/$/, '');
  const under = new Hono().route(path || '/', app);
  const listener = getRequestListener((request, env) => {
    const { pathname } = new URL(request.url);
    return (pathname.startsWith(`${path}/`) ? under : app).fetch(request, env);
  });

  return {
    app,
    listener: async (request, response) => void (await listener(request, response)),
    embedSession: async ({ organizationId, ...asked }) =>
      createEmbedSession(running.world, keys, { organizationId, ...parse(embedSession, asked) }),
    stop: () => running.stop(Promise.all([...answering])),
  };
}
