import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite, root, sources } from './build-site.ts';
import { docsLayout } from './docs-layout.ts';
import { examples } from './examples.ts';
import { readElements } from './read-elements.ts';
import { searchIndex } from './search-index.ts';

const kitUrl = 'https://texting.example';
const drawn = async () => {
  const pages = await buildSite(kitUrl);
  return Promise.all(pages.map(async page => ({ ...page, text: String(await docsLayout(pages, page, kitUrl)) })));
};

test('every element of the manifest has a page with a live example and all that the manifest knows of it', async () => {
  const pages = await drawn();
  const elements = await readElements(sources.manifest);
  expect(elements.length).toBeGreaterThanOrEqual(5);
  for (const element of elements) {
    const { tag, attributes, properties, methods, events, slots, parts, tokens, states } = element;
    const page = pages.find(({ path }) => path === `/docs/elements/${tag}`);
    expect(page?.text, tag).toContain(`data-example="${tag}"`);
    expect(examples[tag]?.html, `the code of the example uses <${tag}>`).toContain(`<${tag}`);
    const named = [attributes, properties, events, slots, parts, tokens, states].flat().filter(({ name }) => name);
    for (const { name } of named) expect(page?.text, `${tag}: ${name}`).toContain(`<code>${name}</code>`);
    for (const { name } of methods) expect(page?.text, `${tag}: ${name}`).toContain(`<code>${name}(`);
  }
});

test('every guide of the folder has a page and stands in the navigation', async () => {
  const pages = await drawn();
  const files = (await readdir(sources.guides)).filter(file => file.endsWith('.md'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const path = `/docs/guides/${file.replace('.md', '')}`;
    expect(pages.find(page => page.path === path)?.title, file).toMatch(/\S/);
    expect(pages[0]?.text).toContain(`<a href="${path}"`);
  }
});

test('every link inside the site leads to a page, and to a heading that is there', async () => {
  const pages = await drawn();
  const elsewhere = new Set([
    '/campaigns',
    '/activity',
    '/getting-started',
    '/looks',
    '/docs/assets/docs.css',
    '/docs/assets/icon.svg',
  ]);
  const broken: string[] = [];
  for (const { path, text } of pages) {
    const body = text.replace(/<pre[\s\S]*?<\/pre>/g, '');
    for (const [, href = ''] of body.matchAll(/<(?:a|link)[^>]* href="([^"]*)"/g)) {
      if (/^(https?|mailto):/.test(href)) continue;
      const [to, hash] = href.split('#');
      if (elsewhere.has(to as string)) continue;
      const target = pages.find(page => page.path === (to || path));
      if (!target || (hash && !target.text.includes(`id="${hash}"`))) broken.push(`${path} → ${href}`);
    }
  }
  expect(broken).toEqual([]);
});

test('no page has an id twice, a style of its own, or a script in it', async () => {
  for (const { path, text } of await drawn()) {
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      path,
    ).toEqual([]);
    expect(text.replace(/<pre[\s\S]*?<\/pre>/g, ''), path).not.toMatch(/<script(?![^>]* src=)|\sstyle=|\son[a-z]+="/);
  }
});

test('what is searched for is found on the page that it leads to', async () => {
  const pages = await drawn();
  const found = searchIndex(pages);
  expect(found).toContainEqual({
    text: 'campaign-id',
    page: '<campaign-actions>',
    to: '/docs/elements/campaign-actions#attributes',
  });
  expect(found.map(({ text }) => text)).toContain('--ck-color-accent');
  for (const { to } of found) {
    const [path, hash] = to.split('#');
    const page = pages.find(one => one.path === path);
    expect(page?.text, to).toContain(hash ? `id="${hash}"` : '<h1');
  }
});

test('the guide to theming names the tokens and states that there are, and no others', async () => {
  const guide = await readFile(join(root, 'docs/guides/theming.md'), 'utf8');
  const elements = (await readElements(sources.manifest)).filter(({ tokens }) => tokens.length > 0);
  const table = (heading: string) => guide.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name as string);
  const all = (lists: { name: string }[][]) => [...new Set(lists.flat().map(({ name }) => name))].sort();
  const documented = names(table('Tokens'), /^\| `(--ck-[\w-]+)`/gm);
  expect(documented.sort()).toEqual(all(elements.map(({ tokens }) => tokens)));
  for (const token of new Set(names(guide, /(--ck-[\w-]+)/g))) expect(documented).toContain(token);
  const states = all(elements.map(({ states }) => states)).filter(name => name !== 'rtl' && name !== 'ltr');
  expect(names(table('States'), /^\| `:state\((\w+)\)`/gm).sort()).toEqual(states);
  const parts = all(elements.map(({ parts }) => parts));
  const rows = table('Parts')
    .split('\n')
    .filter(row => row.startsWith('| `'));
  for (const part of rows.flatMap(row => names(row.split('|')[1] ?? '', /`([\w-]+)`/g))) expect(parts).toContain(part);
});
