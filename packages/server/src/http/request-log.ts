import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { AppContext, AppEnv } from './app-env.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** One line and one observation a request: by pattern and ids of ours, never the URL, a header or a body. */
export const requestLog = (log: Log, metrics: Metrics) =>
  createMiddleware<AppEnv>(async function requestLog(c, next) {
    const startedAt = performance.now();
    await next();
    const ms = performance.now() - startedAt;
    const { method } = c.req;
    const { status } = c.res;
    const route = routeOf(c);
    metrics.request({ method: knownMethods.has(method) ? method : 'OTHER', route, status }, ms / 1_000);
    const { requestId, organizationId, userId, keyId } = c.var;
    const line = { requestId, method, route, status, ms: Math.round(ms * 10) / 10, organizationId, userId, keyId };
    log[quiet.test(route) ? 'debug' : 'info'](line, 'request');
  });

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const quiet = /^\/(healthz|readyz|metrics|kit\/.*)$/;

/** Of few values, whatever callers send: the pattern of the handler, or the known procedure. */
function routeOf(c: AppContext): string {
  const { procedure } = c.var;
  if (procedure) return `/trpc/${procedure}`;
  return matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none';
}
