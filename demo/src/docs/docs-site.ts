import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite, sources, type Page } from './build-site.ts';
import { docsLayout } from './docs-layout.ts';
import { searchIndex } from './search-index.ts';

const assets = fileURLToPath(new URL('./public/', import.meta.url));

/** The documentation, to be mounted at `/docs`: built when it is first read, and again when a guide or the manifest changes. */
export function docsSite(kitUrl: string): Hono {
  let built: { of: number; pages: Promise<Page[]> } | null = null;
  const site = async () => {
    const of = await changedAt();
    if (built?.of !== of) built = { of, pages: buildSite(kitUrl) };
    return built.pages;
  };
  const app = new Hono();
  app.use('/assets/*', serveStatic({ root: assets, rewriteRequestPath: path => path.replace('/docs/assets/', '/') }));
  app.get('/search.json', async c => c.json(searchIndex(await site())));
  app.get('*', async c => {
    const pages = await site();
    const path = c.req.path.replace(/\/$/, '');
    const page = pages.find(one => one.path === path);
    if (!page) return c.notFound();
    return c.html(docsLayout(pages, page, kitUrl));
  });
  return app;
}

/** When what the site is made of last changed, in ms; a file that goes away counts as well. */
async function changedAt(): Promise<number> {
  const guides = await readdir(sources.guides);
  const files = [sources.guides, sources.manifest, ...guides.map(name => join(sources.guides, name))];
  const times = await Promise.all(files.map(async file => (await stat(file)).mtimeMs));
  return Math.max(...times);
}
