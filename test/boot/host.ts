import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = { status?: number; headers?: Record<string, string>; body?: string };
type Route = Answer | ((request: IncomingMessage) => Answer | Promise<Answer>);

/** A host that answers each path as a test wants it, at `127.0.0.1`: another site than the kit's, which is at `localhost`. */
export async function startHost() {
  const routes = new Map<string, Route>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const route = routes.get(pathname);
    void Promise.resolve(typeof route === 'function' ? route(request) : route).then(answer => {
      const { status = answer ? 200 : 404, headers = {}, body = '' } = answer ?? {};
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    route: (path: string, route: Route) => routes.set(path, route),
    stop: async () => {
      server.closeAllConnections();
      await new Promise(closed => server.close(closed));
    },
  };
}
