import ts from 'typescript';
import type { CssCustomProperty, CssPart } from 'custom-elements-manifest/schema';
import type { ElementClass } from './element-classes.ts';
import { inCode } from './in-code.ts';
import { reach } from './reach.ts';
import type { WidgetsProgram } from './widgets-program.ts';

type SharedTags = { cssParts: CssPart[]; cssProperties: CssCustomProperty[] };

/**
 * What is drawn by a shared part is documented there, once: the `@csspart` and `@cssprop` of everything that the element
 * reaches are the element's, and those of an element inside it, where it hands its parts on.
 */
export function sharedTags(program: WidgetsProgram, elements: ElementClass[], element: ElementClass): SharedTags {
  const own = reach(program, elements, element);
  const { exported } = inCode(program, elements, element);
  const found: SharedTags = { cssParts: [], cssProperties: [] };
  for (const node of own.declarations) read(node, found);
  const within: SharedTags = { cssParts: [], cssProperties: [] };
  const inner = [...own.inner].map(other => sharedTags(program, elements, other));
  for (const other of own.inner) for (const node of reach(program, elements, other).declarations) read(node, within);
  for (const part of [...within.cssParts, ...inner.flatMap(({ cssParts }) => cssParts)]) {
    if (exported.has(part.name)) add(found.cssParts, part);
  }
  return found;
}

function read(node: ts.Node, found: SharedTags): void {
  for (const tag of ts.getJSDocTags(node)) {
    const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/\s*\n\s*/g, ' ');
    const [, name = '', fallback, description = ''] = /^\[?([\w-]+)(?:=([^\]]*))?\]?\s*(?:-\s*)?(.*)$/.exec(text) ?? [];
    if (tag.tagName.text === 'csspart') add(found.cssParts, { name, description });
    if (tag.tagName.text === 'cssprop') {
      add(found.cssProperties, { name, description, ...(fallback && { default: fallback }) });
    }
  }
}

function add<T extends { name: string }>(list: T[], item: T): void {
  if (!list.some(({ name }) => name === item.name)) list.push(item);
}
