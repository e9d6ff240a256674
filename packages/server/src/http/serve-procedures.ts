import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Refusal } from '@campaign-kit/shared/refusal';
import { appRouter } from '../api.ts';
import { readSession } from '../sessions/read-session.ts';
import type { TokenKeys } from '../sessions/token-claims.ts';
import type { Context } from '../trpc/context.ts';
import type { World } from '../world.ts';
import { retryAfter } from './answer-error.ts';
import type { AppContext } from './app-env.ts';
import type { Log } from './log.ts';
import type { RateLimit } from './rate-limit.ts';
import type { OpenStream, Streams } from './streams.ts';

type Serving = { world: World; keys: TokenKeys; log: Log; limit: RateLimit; streams: Streams };

const known = new Set(Object.keys(appRouter._def.procedures));

/** The procedures over HTTP. A session that does not count is not an answer yet: the procedure says so in tRPC's own form. */
export const serveProcedures = ({ world, keys, log, limit, streams }: Serving) =>
  async function serveProcedures(c: AppContext): Promise<Response> {
    const [endpoint, names] = split(c.req.path);
    c.set('procedure', names.length > 1 ? 'batch' : known.has(names[0]!) ? names[0]! : 'unknown');
    const { headers } = c.req.raw;
    const { session, refusal } = await readSession(world, keys, headers);
    if (session) {
      c.set('organizationId', session.organizationId);
      c.set('userId', session.userId);
    }
    const limited = session && limit.take(`${session.organizationId}/${session.userId}`, names.length);
    const requestId = c.get('requestId');
    const counts = limited ? { session: null, refusal: limited } : { session, refusal };
    const context: Context = { ...world, ...counts, requestId, headers };

    const answer = (req: Request) =>
      fetchRequestHandler({
        endpoint,
        router: appRouter,
        req,
        createContext: () => context,
        responseMeta: ({ errors }) => {
          const wait = errors.map(error => error.cause).find(cause => cause instanceof Refusal && isLimit(cause));
          return wait instanceof Refusal ? { headers: { 'retry-after': String(retryAfter(wait.details)) } } : {};
        },
        onError: ({ error }) => {
          if (error.code === 'INTERNAL_SERVER_ERROR')
            log.error({ requestId, procedure: c.get('procedure'), err: error.cause ?? error }, 'a procedure failed');
        },
      });

    if (!session || !isStream(c.req.raw)) return answer(c.req.raw);
    const stillCounts = async () => (await readSession(world, keys, headers)).session !== null;
    return throughStream(c.req.raw, streams.open(c.req.raw.signal, stillCounts), answer);
  };

/** Where the procedures begin (the app may be mounted under a path), and which are asked for. */
function split(path: string): [string, string[]] {
  const end = path.lastIndexOf('/trpc') + '/trpc'.length;
  return [path.slice(0, end), path.slice(end + 1).split(',')];
}

const isLimit = ({ code }: Refusal) => code === 'rate_limited';
/** Event streams are asked for by GET: a body would be lost below. */
const isStream = ({ method, headers }: Request) =>
  method === 'GET' && headers.get('accept')?.includes('text/event-stream') === true;

/** Answers with a signal that the server can abort, and lets go of the stream when it has ended by itself. */
async function throughStream(
  { url, method, headers }: Request,
  { signal, end }: OpenStream,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const response = await answer(new Request(url, { method, headers, signal }));
  if (!response.body || !response.headers.get('content-type')?.includes('text/event-stream')) {
    end();
    return response;
  }
  return new Response(response.body.pipeThrough(new TransformStream({ flush: end })), response);
}
