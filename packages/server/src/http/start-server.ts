import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { migrate } from '../db/migrate.ts';
import type { Env } from '../env.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { startRunner } from '../operations/runner.ts';
import { openWorld, type World } from '../world.ts';
import { createApp } from './create-app.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createStreams } from './streams.ts';

export type RunningServer = {
  /** Where it listens; the port is the real one where 0 was asked for. */
  readonly url: string;
  /** For what a process does beside serving, such as the demo's traffic: one writer for all. */
  readonly world: World;
  /** Ends what it began and nothing else: streams close, requests and the chunk at hand finish, then the database closes. */
  stop(): Promise<void>;
};

const recheckStreamsMs = 10_000;

/** A whole server: HTTP, operations and jobs on one database. A file is brought up to date first; a server's is left alone. */
export async function startServer(env: Env, log: Log): Promise<RunningServer> {
  const world = await openWorld(env.database);
  if (world.db.embedded) await migrate(env.database);
  const stopping = new AbortController();
  const metrics = createMetrics(world);
  const streams = createStreams(open => metrics.streams.set(open));
  const runner = startRunner(world, {
    onFailure: ({ id, kind }, error) => log.error({ operationId: id, kind, err: error }, 'an operation failed'),
    onChunk: ({ kind }, tookMs) => metrics.chunk(kind, tookMs / 1_000),
  });
  const jobs = startJobs(world, (job, error) => log.error({ job, err: error }, 'a job failed'));
  const rechecking = setInterval(() => void streams.recheck().catch(() => undefined), recheckStreamsMs).unref();

  const { fetch } = createApp({
    ...env,
    world,
    keys: { secret: env.secret, issuer: env.publicUrl },
    log,
    metrics,
    streams,
    stopping: stopping.signal,
  });
  const server = serve({ fetch, hostname: env.host, port: env.port }) as Server;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function stop() {
    stopping.abort();
    clearInterval(rechecking);
    const closed = once(server, 'close');
    server.close();
    streams.close();
    const hangingUp = setInterval(() => server.closeIdleConnections(), 50);
    await Promise.all([closed, runner.stop(), jobs.stop()]);
    clearInterval(hangingUp);
    await world.db.close();
  }
  return { url: `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`, world, stop };
}
