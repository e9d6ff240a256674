import { html, raw } from 'hono/html';
import { marked } from 'marked';
import type { Markup } from '../crm/layout.ts';
import { codeBlock } from './code-block.ts';
import { examples } from './examples.ts';
import type { ElementDoc, Property, Token } from './read-elements.ts';
import type { Heading } from './render-markdown.ts';

type Row = readonly (Markup | string | undefined)[];
type Section = { id: string; title: string; intro?: Markup; head: readonly string[]; rows: Row[] };

/** A sentence of a doc comment, its `code` as code. */
const said = (text = '') => raw(marked.parseInline(text, { async: false }));
const code = (text: string) => html`<code>${text}</code>`;
const typed = (text?: string) => (text ? html`<code class="type">${text}</code>` : '');

/** What can be said of an element, section by section; those that would be empty are left out. */
export function sectionsOf(element: ElementDoc): Section[] {
  const { tag } = element;
  const defaultOf = (value?: string) => (value && value !== "''" ? code(value) : '');
  const all: Section[] = [
    {
      ...{ id: 'attributes', title: 'Attributes', head: ['Attribute', 'Type', 'Default', ''] },
      rows: element.attributes.map(one => [
        code(one.name),
        typed(one.type?.text),
        defaultOf(one.default),
        said(one.description),
      ]),
    },
    {
      ...{ id: 'properties', title: 'Properties', head: ['Property', 'Type', ''] },
      rows: element.properties.map(one => [
        code(one.name),
        typed(one.type?.text),
        html`${said(one.description)}${mirrors(one)}`,
      ]),
    },
    {
      ...{ id: 'methods', title: 'Methods', head: ['Method', ''] },
      rows: element.methods.map(one => [
        code(`${one.name}(${(one.parameters ?? []).map(({ name }) => name).join(', ')})`),
        said(one.description),
      ]),
    },
    {
      ...{ id: 'events', title: 'Events', head: ['Event', 'Type', 'Bubbles', 'Cancelable', ''] },
      rows: element.events.map(one => [
        code(one.name),
        typed(one.type?.text),
        one.bubbles ? 'Yes' : 'No',
        one.cancelable ? 'Yes' : 'No',
        said(one.description),
      ]),
    },
    {
      ...{ id: 'slots', title: 'Slots', head: ['Slot', ''] },
      rows: element.slots.map(one => [one.name ? code(one.name) : 'Without a name', said(one.description)]),
    },
    {
      ...{ id: 'parts', title: 'Parts', head: ['Part', ''] },
      intro: html`<p>Pieces that a page can style from outside: <code>${tag}::part(…)</code>.</p>`,
      rows: element.parts.map(one => [code(one.name), said(one.description)]),
    },
    {
      ...{ id: 'tokens', title: 'Tokens', head: ['Token', 'Default', ''] },
      intro: html`<p>
        Custom properties that a page sets on the element or anywhere around it.
        <a href="/docs/guides/theming">Theming</a> shows how.
      </p>`,
      rows: element.tokens.map(one => [code(one.name), html`${swatch(one)}`, said(one.description)]),
    },
    {
      ...{ id: 'states', title: 'States', head: ['State', ''] },
      intro: html`<p>One of these holds at a time: <code>${tag}:state(…)</code>.</p>`,
      rows: element.states.map(one => [code(one.name), said(one.description)]),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

const mirrors = ({ attribute, name }: Property) =>
  attribute && attribute !== name ? html` <span class="muted">Attribute <code>${attribute}</code>.</span>` : '';

const swatch = ({ default: value }: Token) => (value ? code(value) : '');

export const headingsOf = (element: ElementDoc): Heading[] => [
  { depth: 2, text: 'Example', id: 'example' },
  { depth: 2, text: 'Import', id: 'import' },
  ...sectionsOf(element).map(({ id, title }) => ({ depth: 2, text: title, id })),
];

/** The page of one element: it lives and can be used here, then everything that the manifest knows of it. */
export function elementPage(element: ElementDoc, kitUrl: string): Markup {
  const { tag, className, summary, description } = element;
  return html`<p class="kind">Element</p>
    <h1 class="tag"><code>&lt;${tag}&gt;</code></h1>
    <p class="lead">${said(summary)}</p>
    <div class="prose">${description === summary ? '' : html`<p>${said(description)}</p>`} ${example(tag, kitUrl)}</div>
    <section class="prose">
      ${heading('import', 'Import')}
      ${codeBlock(`import '@campaign-kit/widgets/define/${tag}';\n\n// Or the class alone, to define it under a tag of your own:\nimport { ${className} } from '@campaign-kit/widgets';\n${className}.define('acme-${tag}');`, 'ts')}
      <p>A page without a build needs no import: <code>boot.js</code> loads what it finds on the page.</p>
    </section>
    ${sectionsOf(element).map(section => table(section))}`;
}

export const heading = (id: string, title: string) =>
  html`<h2 id="${id}">${title}<a class="anchor" href="#${id}" aria-label="Link to “${title}”">#</a></h2>`;

function example(tag: string, kitUrl: string): Markup {
  const shown = examples[tag];
  if (!shown) return html``;
  return html`${heading('example', 'Example')}
    <p>${shown.says}</p>
    <div class="example" data-example="${tag}">
      <div class="stage">
        <campaign-kit endpoint="${kitUrl}" session-url="/crm/texting-session" time-zone="America/New_York">
          ${shown.markup}
        </campaign-kit>
      </div>
      <div class="heard">
        <p id="heard">Events</p>
        <ol data-heard aria-labelledby="heard" tabindex="0"></ol>
      </div>
    </div>
    ${codeBlock(shown.html, 'html')} ${codeBlock(shown.script, 'js')}`;
}

function table({ id, title, intro, head, rows }: Section): Markup {
  return html`<section class="prose">
    ${heading(id, title)} ${intro ?? ''}
    <div class="table" tabindex="0" role="group" aria-label="${title}">
      <table class="facts">
        <thead>
          <tr>
            ${head.map(name => html`<th scope="col">${name || html`<span class="hidden">Description</span>`}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...rest]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${rest.map(cell => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
