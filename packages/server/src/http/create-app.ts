import { timingSafeEqual, createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { TokenKeys } from '../sessions/token-claims.ts';
import type { World } from '../world.ts';
import { answerError, refusalOf } from './answer-error.ts';
import type { App, AppContext, AppEnv } from './app-env.ts';
import { bodyLimit } from './body-limit.ts';
import { cors } from './cors.ts';
import { embedPage } from './embed-page.ts';
import { health } from './health.ts';
import { hostApi } from './host-api.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createRateLimit } from './rate-limit.ts';
import { requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { storeWebhooks } from '../inbound/store-webhooks.ts';
import { serveProcedures } from './serve-procedures.ts';
import { createStreams, type Streams } from './streams.ts';
import { twilioWebhooks } from './twilio-webhooks.ts';
import { widgetFiles } from './widget-files.ts';

export type AppSettings = {
  world: World;
  /** The secret that tokens are signed with, and the public URL they are made at. */
  keys: TokenKeys;
  log: Log;
  /** Aborted when the server should be given no more requests. */
  stopping?: AbortSignal;
  metrics?: Metrics;
  metricsToken?: string | undefined;
  streams?: Streams;
  /** The widgets' CDN build; absent where another server has it. */
  widgetsDirectory?: string | undefined;
  userRequestsPerSecond?: number;
  keyRequestsPerSecond?: number;
  /** Is told when something of the provider's was stored and waits to be understood. */
  onWebhook?: () => void;
};

/** Everything over HTTP, as one Hono app that a host can also mount under a path of its own. */
export function createApp({
  world,
  keys,
  log,
  stopping = new AbortController().signal,
  metrics = createMetrics(world),
  metricsToken,
  streams = createStreams(open => metrics.streams.set(open)),
  widgetsDirectory,
  userRequestsPerSecond = 30,
  keyRequestsPerSecond = 100,
  onWebhook = () => undefined,
}: AppSettings): App {
  const app = new Hono<AppEnv>();
  app.use('*', requestId({ limitLength: 64 }), requestLog(log, metrics), securityHeaders);

  app.route('/', health(world, stopping));
  app.get('/metrics', async c => {
    if (metricsToken !== undefined && !carries(c, metricsToken))
      throw new Refusal('session_expired', 'refusal.secretKey');
    return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType });
  });
  if (widgetsDirectory !== undefined && existsSync(widgetsDirectory)) app.route('/kit', widgetFiles(widgetsDirectory));
  app.route('/embed', embedPage(world));

  app.use('/v1/*', bodyLimit);
  app.route('/v1', hostApi(world, keys, createRateLimit(keyRequestsPerSecond, world.now)));

  app.use('/webhooks/*', bodyLimit);
  app.route('/webhooks/twilio', twilioWebhooks(world, keys.issuer, storeWebhooks(world, onWebhook)));

  app.use('/trpc/*', cors(world), bodyLimit);
  const limit = createRateLimit(userRequestsPerSecond, world.now);
  app.on(['GET', 'POST'], '/trpc/*', serveProcedures({ world, keys, log, limit, streams }));

  // Not `notFound`: mounted under a path, the host's would answer instead.
  app.all('*', c => answerError(c, new Refusal('not_found', 'refusal.noAddress')));
  app.onError((error, c) => {
    if (!refusalOf(error)) log.error({ requestId: c.get('requestId'), err: error }, 'a request failed');
    return answerError(c, error);
  });
  return app;
}

/** Compared by hash: of equal length, in constant time. */
function carries(c: AppContext, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(c.req.header('authorization') ?? ''), hash(`Bearer ${token}`));
}
