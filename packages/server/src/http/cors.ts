import { createMiddleware } from 'hono/factory';
import { isAllowedOrigin } from '../organizations/is-allowed-origin.ts';
import type { World } from '../world.ts';

const allowedHeaders =
  'authorization, content-type, trpc-accept, last-event-id, x-request-id, x-campaign-kit-import, accept, cache-control';

/** Lets pages read answers only where an organization allows their origin; never `*`, never with cookies. */
export const cors = (world: World) =>
  createMiddleware(async function cors(c, next) {
    const origin = c.req.header('origin');
    const preflight = c.req.method === 'OPTIONS';
    const allowed = origin !== undefined && (await isAllowedOrigin(world, origin));
    if (preflight) c.res = new Response(null, { status: allowed ? 204 : 403 });
    else await next();
    const { headers } = c.res;
    headers.append('vary', 'Origin');
    if (!allowed) return;
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', 'x-request-id, retry-after');
    if (!preflight) return;
    headers.set('access-control-allow-methods', 'GET, POST');
    headers.set('access-control-allow-headers', allowedHeaders);
    headers.set('access-control-max-age', '600');
  });
