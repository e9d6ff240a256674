import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Env } from '../env.ts';
import type { World } from '../world.ts';
import { calmLoop } from './calm-loop.ts';
import type { Log } from './log.ts';
import { runApp } from './run-app.ts';

export type RunningServer = {
  /** Where it listens; the port is the real one where 0 was asked for. */
  readonly url: string;
  readonly world: World;
  /** Ends what it began and nothing else: streams close, requests and the chunk at hand finish, then the database closes. */
  stop(): Promise<void>;
};

/** Longer than a start takes on a machine that has better to do. */
const calmWithinMs = 3_000;

/** A whole server: HTTP, operations and jobs on one database. A file is brought up to date first; a server's is left alone. */
export async function startServer(env: Env, log: Log): Promise<RunningServer> {
  const running = await runApp(env, log);
  await calmLoop(calmWithinMs);
  const server = serve({ fetch: running.app.fetch, hostname: env.host, port: env.port }) as Server;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let stopping = false;
  // Once it stops, a connection whose answer is complete takes no further request.
  server.on('request', (_, response: ServerResponse) =>
    response.once('close', () => {
      if (stopping) server.closeIdleConnections();
    }),
  );

  async function stop() {
    stopping = true;
    const closed = once(server, 'close');
    server.close();
    const hangingUp = setInterval(() => server.closeIdleConnections(), 50);
    await running.stop(closed);
    clearInterval(hangingUp);
  }
  const host = env.host.includes(':') ? `[${env.host}]` : env.host;
  return { url: `http://${host}:${port}`, world: running.world, stop };
}
