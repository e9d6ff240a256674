import { html } from 'hono/html';
import type { Markup } from '../crm/layout.ts';
import type { Page } from './build-site.ts';
import { docsTop } from './docs-top.ts';

/** Head, navigation, the page, what is on it, and the ways to the one before and after. */
export function docsLayout(pages: readonly Page[], page: Page, kitUrl: string): Markup {
  const title = page.path === '/docs' ? 'Campaign Kit documentation' : `${page.title} · Campaign Kit`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${page.lead}" />
        <title>${title}</title>
        <link rel="icon" href="/docs/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/docs/assets/docs.css" />
        <script src="/docs/assets/scheme.js"></script>
        ${page.embeds ? html`<script type="module" src="${kitUrl}/kit/v1/boot.js"></script>` : ''}
        <script type="module" src="/docs/assets/docs.js"></script>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        ${docsTop({ menu: true })}
        <div class="columns">
          <nav id="navigation" class="navigation" aria-label="Documentation" popover>${navigation(pages, page)}</nav>
          <main id="content" tabindex="-1">${page.body} ${neighbours(pages, page)}</main>
          ${contents(page)}
        </div>
      </body>
    </html>`;
}

function navigation(pages: readonly Page[], page: Page): Markup {
  const link = ({ path, title }: { path: string; title: string }) =>
    html`<li><a href="${path}" ${path === page.path ? html`aria-current="page"` : ''}>${title}</a></li>`;
  const group = (name: Page['group']) => pages.filter(one => one.group === name);
  return html`<ul>
      ${link({ path: '/docs', title: 'Overview' })} ${link({ path: '/looks', title: 'Five looks' })}
      ${link({ path: '/campaigns', title: 'Demo CRM' })}
    </ul>
    <h2>Guides</h2>
    <ul>
      ${group('Guides').map(link)}
    </ul>
    <h2>Elements</h2>
    <ul class="tags">
      ${group('Elements').map(link)}
    </ul>`;
}

function contents({ headings }: Page): Markup {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 2) return html``;
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">On this page</h2>
    <ul>
      ${shown.map(({ depth, text, id }) => html`<li class="depth-${depth}"><a href="#${id}">${text}</a></li>`)}
    </ul>
  </nav>`;
}

function neighbours(pages: readonly Page[], page: Page): Markup {
  const walk = pages.filter(({ group }) => group !== null);
  const at = walk.findIndex(({ path }) => path === page.path);
  if (at < 0) return html``;
  const way = (to: Page | undefined, word: string, rel: string) =>
    to
      ? html`<a class="${rel}" rel="${rel}" href="${to.path}"><span>${word}</span>${to.title}</a>`
      : html`<span></span>`;
  return html`<nav class="neighbours" aria-label="Before and after">
    ${way(walk[at - 1], 'Before', 'prev')}${way(walk[at + 1], 'Next', 'next')}
  </nav>`;
}
