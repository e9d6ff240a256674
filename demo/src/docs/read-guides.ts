import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { renderMarkdown, type Prose } from './render-markdown.ts';

export type Guide = Prose & { name: string };

/** The order in which somebody new needs them; what is not named here comes after, by name. */
const order = [
  ...['quick-start', 'session-endpoint', 'csp', 'events', 'frameworks', 'theming', 'languages'],
  ...['texting', 'assistant', 'hosts', 'iframe', 'packages', 'troubleshooting', 'upgrading'],
];

/** The guides of a folder, rendered. Links between files become links between pages; the others lead to their source. */
export async function readGuides(folder: string): Promise<Guide[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.md'));
  const guides = await Promise.all(
    files.map(async file => {
      const name = file.replace(/\.md$/, '');
      return { name, ...renderMarkdown(await readFile(join(folder, file), 'utf8'), linkFrom('docs/guides')) };
    }),
  );
  const place = (name: string) => (order.indexOf(name) + order.length + 1) % (order.length + 1);
  return guides.sort((a, b) => place(a.name) - place(b.name) || a.name.localeCompare(b.name));
}

/** Where a link of a file in this folder of the repository leads: a page of the site, or the source of a file. */
export function linkFrom(folder: string): (href: string) => string {
  return href => {
    if (href.startsWith('/')) return href;
    const [path = '', hash] = href.split('#');
    const target = posix.normalize(posix.join(folder, path)).replace(/\/$/, '');
    const page = /^docs\/guides\/([\w-]+)\.md$/.exec(target);
    return (page ? `/docs/guides/${page[1]}` : `/docs/source/${target}`) + (hash ? `#${hash}` : '');
  };
}
