import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Host = Awaited<ReturnType<typeof startHost>>;

/** A CRM that allows only frames: its pages, its strict policy, and its session address, which knows whether someone is logged in. */
export async function startHost(kitUrl: string, secretKey: () => string) {
  const pages = new Map<string, string>();
  const state = { loggedIn: true, mints: 0, mintOrigin: '' };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (path === '/session') {
      mint().then(
        ([status, body]) => response.writeHead(status, { 'content-type': 'application/json' }).end(body),
        (problem: unknown) => response.writeHead(500).end(String(problem)),
      );
      return;
    }
    const page = pages.get(path);
    const script = path.endsWith('.js');
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(page ?? '');
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  /** Another site than the kit's, which is at `localhost`. */
  const origin = `http://127.0.0.1:${port}`;
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${kitUrl}`,
    `style-src 'self' 'unsafe-inline'`,
    `connect-src 'self'`,
    `frame-src ${kitUrl} 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types campaign-kit test`,
  ].join('; ');

  async function mint(): Promise<[number, string]> {
    if (!state.loggedIn) return [401, '{}'];
    state.mints += 1;
    const answer = await fetch(`${kitUrl}/v1/embed-sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey()}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        user: { externalId: 'u1', name: 'Grace Okafor', role: 'admin' },
        origin: state.mintOrigin || origin,
      }),
    });
    return [answer.status, await answer.text()];
  }

  return {
    origin,
    /** The same server by another name: a page that the organization does not allow. */
    foreign: `http://localhost:${port}`,
    state,
    page: (path: string, content: string) => pages.set(path, content),
    stop: async () => {
      server.closeAllConnections();
      await new Promise(closed => server.close(closed));
    },
  };
}
