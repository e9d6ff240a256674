import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Host } from '../../demo/frameworks/host.ts';
import { home, type AppName, type BuiltApp } from './build-app.ts';

type Settings = {
  apps: readonly BuiltApp[];
  /** What an app's page is told: its texting server and its campaigns. */
  hostOf: (name: AppName) => Promise<Host>;
  /** Asks the texting server for a token with the secret key; `origin` is that of the page. */
  mint: (name: AppName, origin: string) => Promise<Response>;
};

/** The server of the example hosts: a page for each app, under as strict a policy as a CRM may have. */
export function serveApps({ apps, hostOf, mint }: Settings): Hono {
  const server = new Hono();
  server.get('/', c =>
    c.html(
      html`<ul>
        ${apps.map(({ name }) => html`<li><a href="/${name}/">${name}</a></li>`)}
      </ul>`,
    ),
  );
  server.get('/page.css', serveStatic({ root: home }));
  for (const { name, files, render } of apps) {
    server.get(`/${name}/`, async c => {
      const host = await hostOf(name);
      c.header('content-security-policy', policy(host.endpoint));
      return c.html(page(name, host, (await render?.(host)) ?? ''));
    });
    server.post(`/${name}/texting-session`, async c => {
      const answer = await mint(name, new URL(c.req.url).origin);
      return c.body(await answer.text(), answer.ok ? 200 : 502, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      });
    });
    const rewriteRequestPath = (path: string) => path.slice(name.length + 1);
    server.get(`/${name}/*`, serveStatic({ root: files, rewriteRequestPath }));
  }
  return server;
}

const policy = (endpoint: string) =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self' ${new URL(endpoint).origin}`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');

const page = (name: AppName, host: Host, markup: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Campaigns · ${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script type="application/json" id="host">
          ${raw(JSON.stringify(host).replaceAll('<', '\\u003c'))}
        </script>
        <script type="module" src="browser.js"></script>
      </head>
      <body>
        <h1>Campaigns</h1>
        <div id="app">${raw(markup)}</div>
      </body>
    </html>`;
