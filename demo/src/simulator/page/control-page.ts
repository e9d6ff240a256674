import { transform } from 'esbuild';
import { Hono } from 'hono';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pageHtml } from './page-html.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The control page at `/`. Its TypeScript is made into modules when it is asked for the first time. */
export function controlPage(framedBy: readonly string[]): Hono {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: http: https:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors ${["'self'", ...framedBy].join(' ')}`,
    `require-trusted-types-for 'script'`,
  ].join('; ');
  const made = new Map<string, Promise<string>>();
  const app = new Hono();

  app.use('/page/*', async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'no-cache');
  });
  app.get('/', c => {
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    return c.html(pageHtml());
  });
  app.get('/page/simulator.css', async c =>
    c.body(await readFile(here('./public/simulator.css'), 'utf8'), 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/page/icon.svg', async c =>
    c.body(await readFile(here('./public/icon.svg'), 'utf8'), 200, { 'content-type': 'image/svg+xml' }),
  );
  app.get('/page/:module{[a-z-]+\\.ts}', async c => {
    const name = c.req.param('module');
    if (!(await readdir(here('./browser'))).includes(name)) return c.notFound();
    if (!made.has(name)) made.set(name, moduleOf(here(`./browser/${name}`)));
    return c.body(await (made.get(name) as Promise<string>), 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  return app;
}

async function moduleOf(path: string): Promise<string> {
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', format: 'esm', target: 'es2022' });
  return code;
}
