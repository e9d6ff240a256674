import { html, raw } from 'hono/html';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Markup } from '../crm/layout.ts';
import { elementPage, headingsOf } from './element-page.ts';
import { homePage } from './home-page.ts';
import { readElements, type ElementDoc } from './read-elements.ts';
import { readGuides, type Guide } from './read-guides.ts';
import type { Heading } from './render-markdown.ts';
import { sourcePages } from './source-pages.ts';

/** A page of the documentation, without the frame that all pages stand in. */
export type Page = {
  path: string;
  title: string;
  group: 'Guides' | 'Elements' | null;
  lead: string;
  body: Markup;
  headings: readonly Heading[];
  /** What else of it can be searched for: attributes, events, parts, tokens. */
  terms: readonly { text: string; id: string }[];
  /** Whether elements of the kit live on it. */
  embeds: boolean;
};

export const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What the site is made of. */
export const sources = {
  guides: join(root, 'docs/guides'),
  manifest: join(root, 'packages/widgets/custom-elements.json'),
};

/** Every page of the site, in the order of the navigation; the pages of source files that guides lead to come last. */
export async function buildSite(kitUrl: string): Promise<Page[]> {
  const [guides, elements] = await Promise.all([readGuides(sources.guides), readElements(sources.manifest)]);
  const home: Page = {
    ...{ path: '/docs', title: 'Overview', group: null, lead: '', headings: [], terms: [], embeds: true },
    body: homePage(guides, elements, kitUrl),
  };
  const pages = [home, ...guides.map(guidePage), ...elements.map(element => pageOf(element, kitUrl))];
  return [...pages, ...(await sourcePages(root, guides))];
}

const guidePage = ({ name, title, lead, body, headings }: Guide): Page => ({
  ...{ path: `/docs/guides/${name}`, title, lead, headings, group: 'Guides', terms: [], embeds: false },
  body: html`<p class="kind">Guide</p>
    <h1>${title}</h1>
    <div class="prose">${raw(body)}</div>`,
});

function pageOf(element: ElementDoc, kitUrl: string): Page {
  const { tag, summary, attributes, properties, methods, events, parts, tokens, states } = element;
  const named = (id: string, rows: readonly { name: string }[]) => rows.map(({ name }) => ({ text: name, id }));
  return {
    ...{ path: `/docs/elements/${tag}`, title: `<${tag}>`, group: 'Elements', lead: summary, embeds: true },
    body: elementPage(element, kitUrl),
    headings: headingsOf(element),
    terms: [
      ...[...named('attributes', attributes), ...named('properties', properties), ...named('methods', methods)],
      ...[...named('events', events), ...named('parts', parts), ...named('tokens', tokens), ...named('states', states)],
    ],
  };
}
