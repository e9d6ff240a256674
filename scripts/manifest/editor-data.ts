import type { Package } from 'custom-elements-manifest/schema';
import { elementShapes, type ElementShape } from './element-shape.ts';

type Named = { name: string; description?: string | undefined };

/** What VS Code completes in HTML (`html.customData`). */
export const vsCodeHtmlData = (manifest: Package): object => ({
  version: 1.1,
  tags: elementShapes(manifest).map(element => ({
    name: element.tag,
    description: { kind: 'markdown', value: pageOf(element) },
    attributes: element.attributes.map(({ name, description, type }) => ({
      name,
      description,
      ...(type === 'boolean' ? { valueSet: 'v' } : { values: choices(type).map(choice => ({ name: choice })) }),
    })),
  })),
});

/** What VS Code completes in CSS (`css.customData`): tokens, parts and states of all elements. */
export function vsCodeCssData(manifest: Package): object {
  const elements = elementShapes(manifest);
  const all = (of: (element: ElementShape) => Named[], write: (name: string) => string) => {
    const found = new Map<string, string>();
    for (const { name, description = '' } of elements.flatMap(of)) if (!found.has(name)) found.set(name, description);
    return [...found].map(([name, description]) => ({ name: write(name), description }));
  };
  return {
    version: 1.1,
    properties: all(
      ({ tokens }) => tokens,
      name => name,
    ),
    pseudoElements: all(
      ({ parts }) => parts,
      name => `::part(${name})`,
    ),
    pseudoClasses: all(
      ({ states }) => states,
      name => `:state(${name})`,
    ),
  };
}

/** What JetBrains' editors complete: `web-types` of the package. */
export const webTypes = (manifest: Package, version: string): object => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: '@campaign-kit/widgets',
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elementShapes(manifest).map(element => ({
        name: element.tag,
        description: pageOf(element),
        attributes: element.attributes.map(({ name, description, type, fallback }) => ({
          name,
          description,
          value: type === 'boolean' ? { kind: 'no-value' } : { type },
          ...(fallback !== undefined && { default: fallback }),
        })),
        slots: element.slots.map(({ name, description }) => ({ name: name || 'default', description })),
        css: { properties: plain(element.tokens), parts: plain(element.parts) },
        js: {
          properties: element.properties.map(({ name, description, type, readOnly }) => ({
            name,
            description,
            type,
            ...(readOnly && { 'read-only': true }),
          })),
          events: element.events.map(({ name, description = '', type }) => ({ name, description, type: type.text })),
        },
      })),
    },
  },
});

const plain = (all: Named[]) => all.map(({ name, description = '' }) => ({ name, description }));

const choices = (type: string) => [...type.matchAll(/'([^']*)'/g)].map(([, choice]) => choice ?? '');

/** A few lines about an element, for a box beside the cursor. */
function pageOf({ summary, description, events, slots }: ElementShape): string {
  const list = (title: string, all: Named[]) =>
    all.length === 0
      ? []
      : [`**${title}**\n${all.map(one => `- \`${one.name || 'default'}\`: ${one.description}`).join('\n')}`];
  return [summary, description, ...list('Events', events), ...list('Slots', slots)].join('\n\n');
}
