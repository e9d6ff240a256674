import type { Package } from 'custom-elements-manifest/schema';
import { elementShapes, type ElementShape } from './element-shape.ts';

const made = `// Made by \`npm run manifest\` from the doc comments of the elements. Changes here are lost.
`;

/** React 18 and 19: a component for each element, and the raw tags for JSX. */
export function reactTypes(manifest: Package): string {
  const elements = elementShapes(manifest);
  return `/* eslint-disable no-restricted-syntax, @typescript-eslint/no-namespace -- JSX is a namespace. */
${made}
import { component, type Raw } from './react-component.ts';
${imports(elements)}

${elements
  .map(
    element => `/** ${element.summary} */
export const ${pascal(element.tag)} = /* @__PURE__ */ component<${shape(element)}>('${element.tag}', {
  attributes: ${JSON.stringify(attributesByField(element))},
  properties: ${JSON.stringify(bare(element))},
  events: ${JSON.stringify(element.events.map(({ name }) => name))},
});`,
  )
  .join('\n\n')}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(element => `'${element.tag}': Raw<${shape(element)}, ${attributeTypes(element)}>;`).join('\n')}
    }
  }
}
`;
}

/** Vue 3: \`GlobalComponents\`, for templates and \`.vue\` files. */
export function vueTypes(manifest: Package): string {
  const elements = elementShapes(manifest);
  return `${made}
import type { EmitFn, HTMLAttributes } from 'vue';
${imports(elements)}

type Settings<E, P extends keyof E> = { [K in P]?: E[K] | undefined };
type Events<N extends keyof HTMLElementEventMap> = { [K in N]: (event: HTMLElementEventMap[K]) => void };
/** An element as Vue's templates look at a component. */
type Element<E extends HTMLElement, P extends keyof E, N extends keyof HTMLElementEventMap> = new () => E & {
  /** @deprecated Only for the types of templates. */
  $props: HTMLAttributes & Settings<E, P>;
  /** @deprecated Only for the types of templates. */
  $emit: EmitFn<Events<N>>;
};

declare module 'vue' {
  interface GlobalComponents {
${elements.map(element => `'${element.tag}': Element<${shape(element)}>;`).join('\n')}
  }
}
`;
}

/** Svelte 5: \`svelte/elements\`, for markup. */
export function svelteTypes(manifest: Package): string {
  const elements = elementShapes(manifest);
  return `${made}
import type { HTMLAttributes } from 'svelte/elements';
${imports(elements)}

type Settings<E, P extends keyof E> = { [K in P]?: E[K] | null | undefined };
type Events<N extends keyof HTMLElementEventMap> = {
  [K in N as \`on\${K}\`]?: ((event: HTMLElementEventMap[K]) => void) | null | undefined;
};
type Element<E extends HTMLElement, P extends keyof E, N extends keyof HTMLElementEventMap, A> = Omit<
  HTMLAttributes<E>,
  P | keyof A
> &
  Settings<E, P> &
  Events<N> &
  A;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements.map(element => `'${element.tag}': Element<${shape(element)}, ${attributeTypes(element)}>;`).join('\n')}
  }
}
`;
}

const imports = (elements: ElementShape[]) =>
  elements
    .map(
      ({ className, module }) =>
        `import type { ${className} as ${className}Class } from '${module.replace(/^dist\/(.*)\.js$/, '../$1.ts')}';`,
    )
    .join('\n');

/** The class, what can be set on it, and the events it fires. */
const shape = (element: ElementShape) =>
  [
    `${element.className}Class`,
    union([...Object.keys(attributesByField(element)), ...bare(element)]),
    union(element.events.map(({ name }) => name)),
  ].join(', ');

const union = (names: string[]) => names.map(name => `'${name}'`).join(' | ') || 'never';

const settable = ({ properties }: ElementShape) => properties.filter(({ readOnly }) => !readOnly);

const attributesByField = (element: ElementShape): Record<string, string> =>
  Object.fromEntries(settable(element).flatMap(({ name, attribute }) => (attribute ? [[name, attribute]] : [])));

/** Properties that are objects and have no attribute. */
const bare = (element: ElementShape): string[] =>
  settable(element)
    .filter(({ attribute }) => !attribute)
    .map(({ name }) => name);

/** Attributes under their own names; those with a property take what it takes, or text. */
function attributeTypes({ attributes, className }: ElementShape): string {
  const lines = attributes
    .filter(({ name, field }) => name !== field)
    .map(({ name, field, type }) => {
      const taken = field && type !== 'string' ? `${className}Class['${field}'] | string` : type;
      return `'${name}'?: ${taken} | undefined`;
    });
  return `{ ${lines.join('; ')} }`;
}

const pascal = (tag: string) =>
  tag
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
