import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { newSid } from '../sid.ts';
import { strikes, type Network } from '../network.ts';
import { TwilioError } from '../twilio-error.ts';

/** What handlers find in the context: the raw connection, to hang up on. */
export type RestEnv = { Bindings: HttpBindings };

/** What every request passes first: who is it, are there too many, and what goes wrong on purpose. */
export function gate(network: Network): MiddlewareHandler<RestEnv> {
  let open = 0;
  return async (c, next) => {
    network.counts.requests++;
    open++;
    c.header('Twilio-Request-Id', newSid('SM').replace('SM', 'RQ'));
    c.header('Twilio-Concurrent-Requests', String(open));
    try {
      authenticate(network, c.req.header('authorization'));
      const { settings, timeline } = network;
      if (settings.concurrentRequests !== null && open > settings.concurrentRequests) tooMany();
      if (strikes(network, 'tooManyRequests')) tooMany();
      if (strikes(network, 'serverError')) {
        throw network.chance.happens(0.5)
          ? new TwilioError(20500, { status: 500 })
          : new TwilioError(20503, { status: 503 });
      }
      if (strikes(network, 'dropped')) return hangUp(c);
      if (strikes(network, 'neverAnswers')) return await neverAnswer(c);
      if (strikes(network, 'slow')) await new Promise<void>(resolve => timeline.after(settings.slowMs, resolve));
      return await next();
    } finally {
      open--;
    }
  };
}

/** Closes the connection in place of an answer. */
export function hangUp(c: Context<RestEnv>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Keeps the connection for as long as the client does, and says nothing. */
async function neverAnswer(c: Context<RestEnv>): Promise<Response> {
  const { socket } = c.env.incoming;
  if (!socket.destroyed) await new Promise(resolve => socket.once('close', resolve));
  return RESPONSE_ALREADY_SENT;
}

function tooMany(): never {
  throw new TwilioError(20429, { status: 429 });
}

function authenticate({ account }: Network, header: string | undefined): void {
  const [, encoded = ''] = /^Basic (.+)$/i.exec(header ?? '') ?? [];
  const [user = '', password = ''] = Buffer.from(encoded, 'base64').toString().split(/:(.*)/s);
  const expected = user === account.sid ? account.authToken : account.apiKeys.get(user);
  if (expected === undefined || !same(password, expected)) throw new TwilioError(20003, { status: 401 });
  if (account.suspended) throw new TwilioError(20003, { status: 401, message: 'Account is suspended' });
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
