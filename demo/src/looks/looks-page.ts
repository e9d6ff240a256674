import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Markup } from '../crm/layout.ts';
import { codeBlock } from '../docs/code-block.ts';
import { docsTop } from '../docs/docs-top.ts';
import { looks, type Look } from './looks.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const read = (file: string) => readFile(folder + file, 'utf8');

/** The same elements in the pages of five hosts, each beside the few lines of CSS that fit them in; mounted at `/looks`. */
export function looksPage(kitUrl: string): Hono {
  const app = new Hono();
  app.use(
    '/assets/*',
    serveStatic({ root: folder, rewriteRequestPath: path => path.replace('/looks/assets/', '/public/') }),
  );
  app.get('/looks.css', async c => {
    const sheets = await Promise.all(
      looks.map(async look => scoped(look, await read(`hosts/${look.name}.css`), await linesOf(look))),
    );
    return c.body(sheets.join('\n'), 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  app.get('/', async c => {
    const sections = await Promise.all(looks.map(async look => section(look, await linesOf(look))));
    return c.html(page(kitUrl, sections));
  });
  return app;
}

/** What a host writes, as it is shown. */
const linesOf = ({ name }: Look) => read(`kit/${name}.css`);

/** A host's sheet and its lines for the kit, both for its own section alone: there the section is the root. */
const scoped = ({ name }: Look, host: string, lines: string) =>
  `.look-${name} {\n${(host + lines).replaceAll(':root', '&')}\n}`;

function page(kitUrl: string, sections: Markup[]): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Five looks · Campaign Kit</title>
        <link rel="icon" href="/docs/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/docs/assets/docs.css" />
        <link rel="stylesheet" href="/looks/assets/looks.css" />
        <link rel="stylesheet" href="/looks/looks.css" />
        <script src="/docs/assets/scheme.js"></script>
        <script type="module" src="${kitUrl}/kit/v1/boot.js"></script>
        <script type="module" src="/docs/assets/docs.js"></script>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        ${docsTop({ menu: false })}
        <main id="content" class="looks" tabindex="-1">
          <h1>Five looks</h1>
          <p class="lead">
            The same elements in five hosts. They take the font and the color scheme of the page around them; the few
            lines beside each do the rest. <a href="/docs/guides/theming">Theming</a> names every token, part and state.
          </p>
          <nav class="ways" aria-label="Looks">
            ${looks.map(({ name, title }) => html`<a class="button" href="#${name}">${title}</a>`)}
          </nav>
          <campaign-kit endpoint="${kitUrl}" session-url="/crm/texting-session" time-zone="America/New_York">
            ${sections}
          </campaign-kit>
        </main>
      </body>
    </html>`;
}

const section = ({ name, title, says, density, heading }: Look, lines: string) =>
  html`<section class="look" aria-labelledby="${name}">
    <div class="about">
      <h2 id="${name}">${title}</h2>
      <p>${says}</p>
    </div>
    <div class="host look-${name}">
      <header class="bar">
        <strong>${heading}</strong>
        <span class="act">
          <button type="button" class="own" data-shows="release-replies-dialog">Release replies</button>
          <release-replies-dialog ${density}></release-replies-dialog>
        </span>
      </header>
      <div class="content">
        <p class="row">
          <span>
            <b>Saturday Canvass</b>
            <small>Lakeview, 4,200 contacts</small>
          </span>
          <campaign-actions campaign-id="4" variant="labelled" label="Actions" ${density}></campaign-actions>
        </p>
        <p class="row">
          <span>
            <b>Voter Registration Deadline</b>
            <small>Westgate, 12,400 contacts</small>
          </span>
          <campaign-actions campaign-id="2" ${density}></campaign-actions>
        </p>
        <operation-history campaign-id="3" ${density}></operation-history>
      </div>
    </div>
    <div class="lines">${codeBlock(lines, 'css')}</div>
  </section>`;
