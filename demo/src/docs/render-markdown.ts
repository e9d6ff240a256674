import { Marked, type Tokens } from 'marked';
import { codeBlock } from './code-block.ts';
import { slug } from './slug.ts';

export type Heading = { depth: number; text: string; id: string };
/** A page of prose: its title is the first heading, which is not in the body again. */
export type Prose = { title: string; lead: string; body: string; headings: Heading[] };

/** Turns Markdown into a page. `link` says where an address in the repository leads; nowhere, where it answers nothing. */
export function renderMarkdown(text: string, link: (href: string) => string): Prose {
  const headings: Heading[] = [];
  const taken = new Map<string, number>();
  const anchor = (heading: string) => {
    const id = slug(heading);
    const before = taken.get(id) ?? 0;
    taken.set(id, before + 1);
    return before === 0 ? id : `${id}-${before}`;
  };
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens);
        const plain = this.parser.parseInline(tokens, this.parser.textRenderer).replace(/&#39;/g, '’');
        const id = anchor(plain);
        headings.push({ depth, text: unescaped(plain), id });
        return `<h${depth} id="${id}">${inner}<a class="anchor" href="#${id}" aria-label="Link to “${plain}”">#</a></h${depth}>\n`;
      },
      code: ({ text: code, lang = '' }: Tokens.Code) =>
        String(codeBlock(code, (lang.split(/\s/)[0] ?? '').toLowerCase())),
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        const to = /^(https?:|mailto:|#)/.test(href) ? href : link(href);
        return to ? `<a href="${attribute(to)}">${inner}</a>` : inner;
      },
      table(token: Tokens.Table) {
        const cell = (one: Tokens.TableCell, tag: string) =>
          `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(one.tokens)}</${tag}>`;
        const head = token.header.map(one => cell(one, one.text ? 'th' : 'td')).join('');
        const isNamed = token.header.some(({ text: name }) => name !== '');
        const rows = token.rows.map(row => `<tr>${row.map(one => cell(one, 'td')).join('')}</tr>`).join('');
        return `<div class="table" tabindex="0" role="group" aria-label="Table"><table>${isNamed ? `<thead><tr>${head}</tr></thead>` : ''}<tbody>${rows}</tbody></table></div>`;
      },
    },
  });
  const source = text.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
  const first = /^# (.+)\n+/.exec(source);
  const rest = first ? source.slice(first[0].length) : source;
  const lead = /^(?![#|>`<\-*]|\d+\.)[^\n]+(?:\n(?!\n)[^\n]+)*/.exec(rest)?.[0] ?? '';
  const plainOf = (markdown: string) => markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[`*_]/g, '');
  return {
    title: plainOf(first?.[1] ?? ''),
    lead: plainOf(lead).replace(/\s+/g, ' '),
    body: marked.parse(rest, { async: false }),
    headings,
  };
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
