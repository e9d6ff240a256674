import { html, raw } from 'hono/html';
import { readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Page } from './build-site.ts';
import { codeBlock } from './code-block.ts';
import { linkFrom, type Guide } from './read-guides.ts';
import { renderMarkdown } from './render-markdown.ts';

const prefix = '/docs/source/';

/** The files of the repository that guides lead to, to be read here; nothing else of it is served. */
export async function sourcePages(root: string, guides: readonly Guide[]): Promise<Page[]> {
  const linked = guides.flatMap(({ body }) =>
    [...body.matchAll(/href="\/docs\/source\/([^"#]+)/g)].map(([, to]) => to as string),
  );
  const files = [...new Set(linked)].sort();
  const served = new Set(files);
  const pages = await Promise.all(files.map(file => sourcePage(root, file, served)));
  return pages.filter(page => page !== null);
}

/** Null where there is no such file: then its link leads nowhere, and the test of the links says so. */
async function sourcePage(root: string, file: string, served: ReadonlySet<string>): Promise<Page | null> {
  const found = await stat(join(root, file)).catch(() => null);
  if (!found?.isFile() || file.startsWith('..') || /(^|\/)\.(?!ci\/)/.test(file)) return null;
  const text = await readFile(join(root, file), 'utf8');
  const page = { path: prefix + file, title: file, group: null, lead: '', terms: [], embeds: false } as const;
  if (!file.endsWith('.md')) {
    return {
      ...{ ...page, headings: [] },
      body: html`<p class="kind">Source</p>
        <h1 class="path">${file}</h1>
        <div class="prose wide">${codeBlock(text, posix.extname(file).slice(1))}</div>`,
    };
  }
  const link = linkFrom(posix.dirname(file));
  const prose = renderMarkdown(text, href => {
    const target = link(href);
    const isThere = !target.startsWith(prefix) || served.has(target.slice(prefix.length).split('#')[0] ?? '');
    return isThere ? target : '';
  });
  return {
    ...{ ...page, title: prose.title || file, headings: prose.headings },
    body: html`<p class="kind">${file}</p>
      <h1>${prose.title}</h1>
      <div class="prose">${raw(prose.body)}</div>`,
  };
}
