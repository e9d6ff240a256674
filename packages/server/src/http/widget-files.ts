import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { App, AppEnv } from './app-env.ts';

/** The widgets' CDN build. Any page may load it; what it may then do is for the session to say. */
export function widgetFiles(directory: string): App {
  const app = new Hono<AppEnv>();
  app.use('*', async function forAnyPage(c, next) {
    await next();
    if (!c.res.ok && c.res.status !== 304) return;
    const { headers } = c.res;
    headers.set('access-control-allow-origin', '*');
    headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('cache-control', isHashed(c.req.path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
  });
  app.use('*', compress());
  app.use('*', etag());
  const root = `${directory}/`;
  const rewriteRequestPath = (path: string) => path.slice(path.indexOf('/kit/v1/') + '/kit/v1/'.length);
  app.get('*', serveStatic({ root, rewriteRequestPath, precompressed: true }));
  return app;
}

/** `menu-D4f_a9Zk.js`: eight or more characters of a hash, which is told from a word by a digit or a capital letter. */
export const isHashed = (path: string) => /-(?=[\w-]*[A-Z\d])[\w-]{8,}\.\w+$/.test(path);
