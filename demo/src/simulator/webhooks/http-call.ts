import http from 'node:http';
import https from 'node:https';
import type { Trouble } from './connection-overrides.ts';

export type HttpCall = {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string;
  connectMs: number;
  readMs: number;
};

/** One try of a call: from when the request left until it was answered, and with what. Tells `at` in `performance.now()`. */
export type Called = { url: string; at: number; tookMs: number; outcome: number | Trouble };

export type HttpAnswer = { status: number; contentType: string; body: string };

/** Bounds what a stalled receiver can pile up here. */
const pool = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, scheduling: 'lifo' as const };

const longestAnswer = 64 * 1_024;

/** The sockets of one simulator; `close` gives up what is under way. */
export type Connections = { call: (call: HttpCall) => Promise<HttpAnswer | Trouble>; close: () => void };

export function openConnections(onCalled: (called: Called) => void = () => undefined): Connections {
  let closed = false;
  const agents = { 'http:': new http.Agent(pool), 'https:': new https.Agent(pool) };

  function call({ url, method, headers, body, connectMs, readMs }: HttpCall): Promise<HttpAnswer | Trouble> {
    return new Promise(resolve => {
      const address = new URL(url);
      const protocol = address.protocol === 'https:' ? 'https:' : 'http:';
      const request = (protocol === 'https:' ? https : http).request(address, {
        agent: agents[protocol],
        method,
        headers,
      });
      let trouble: Trouble = 'ct';
      // A wait for a free connection is ours, not the receiver's.
      let at = performance.now();
      const connecting = setTimeout(() => request.destroy(), connectMs);
      request.once('socket', socket => {
        const connected = () => {
          at = performance.now();
          clearTimeout(connecting);
          trouble = 'rt';
        };
        if (socket.connecting) socket.once('connect', connected);
        else connected();
      });
      request.setTimeout(readMs, () => request.destroy());
      request.once('error', (error: NodeJS.ErrnoException) => {
        // The receiver had hung up on an idle connection while this was on its way: nobody has read it.
        const stale = request.reusedSocket && error.code === 'ECONNRESET' && !closed;
        if (stale) finish(call({ url, method, headers, body, connectMs, readMs }));
        else finish(trouble);
      });
      request.once('response', response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text = (text + chunk).slice(0, longestAnswer)));
        response.once('error', () => finish('rt'));
        response.once('end', () =>
          finish({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body: text,
          }),
        );
      });
      function finish(outcome: HttpAnswer | Trouble | Promise<HttpAnswer | Trouble>) {
        clearTimeout(connecting);
        const answered = typeof outcome === 'object' && 'status' in outcome ? outcome.status : outcome;
        if (!(answered instanceof Promise)) onCalled({ url, at, tookMs: performance.now() - at, outcome: answered });
        resolve(outcome);
      }
      request.end(body);
    });
  }

  function close() {
    closed = true;
    for (const agent of Object.values(agents)) agent.destroy();
  }
  return { call, close };
}
