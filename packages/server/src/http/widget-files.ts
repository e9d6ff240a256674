import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App, AppEnv } from './app-env.ts';

const forEver = 'public, max-age=31536000, immutable';
const forNow = 'public, max-age=300';

/**
 * The widgets' CDN build, under `/kit/v1/` and under `/kit/<its version>/`, where nothing ever changes; builds of other
 * versions that lie in `versions/<version>` of it are served too. Any page may load them, also one with `COEP`.
 */
export function widgetFiles(directory: string): App {
  const app = new Hono<AppEnv>();
  const own = versionOf(directory);
  app.use('*', async function forAnyPage(c, next) {
    await next();
    if (!c.res.ok && c.res.status !== 304) return;
    const { headers } = c.res;
    headers.set('access-control-allow-origin', '*');
    headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('cache-control', isPinned(c.req.path) || isHashed(c.req.path) ? forEver : forNow);
  });
  app.use('*', compress());
  app.use('*', etag());
  const from = (root: string, version: string) => {
    const address = `/kit/${version}/`;
    const rewriteRequestPath = (path: string) => path.slice(path.lastIndexOf(address) + address.length);
    return serveStatic({ root, rewriteRequestPath, precompressed: true });
  };
  app.get('/v1/*', from(directory, 'v1'));
  for (const version of keptIn(directory))
    app.get(`/${version}/*`, from(join(directory, 'versions', version), version));
  if (own) app.get(`/${own}/*`, from(directory, own));
  return app;
}

/** `menu-D4f_a9Zk.js`: eight or more characters of a hash, which is told from a word by a digit or a capital letter. */
export const isHashed = (path: string) => /-(?=[\w-]*[A-Z\d])[\w-]{8,}\.\w+$/.test(path);

/** An address that names a full version: what it answers is the same for ever, so a page can pin its integrity. */
const isPinned = (path: string) => /\/kit\/\d+\.\d+\.\d+[^/]*\//.test(path);

/** The versions whose builds were kept for pages that pin them. */
function keptIn(directory: string): string[] {
  const kept = join(directory, 'versions');
  return existsSync(kept) ? readdirSync(kept).filter(name => /^\d+\.\d+\.\d+/.test(name)) : [];
}

/** The version that a build says it is. */
function versionOf(directory: string): string | null {
  try {
    const { version } = JSON.parse(readFileSync(join(directory, 'integrity.json'), 'utf8')) as { version: string };
    return version;
  } catch {
    return null;
  }
}
