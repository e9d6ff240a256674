import type { Plugin } from '@custom-elements-manifest/analyzer';
import type { ClassMember, CustomElementDeclaration, Event, Module, Package } from 'custom-elements-manifest/schema';
import type { ElementClass } from './element-classes.ts';
import { eventClasses, type EventClass } from './event-classes.ts';
import { sharedTags } from './shared-tags.ts';
import type { WidgetsProgram } from './widgets-program.ts';

/** How an event travels: beyond the schema, which leaves room for it. */
export type DescribedEvent = Event & Pick<EventClass, 'bubbles' | 'composed' | 'cancelable'>;

/** Adds to the analyzer's findings the tags, what shared parts document, and how events travel; takes out what is inside. */
export function describeElements(program: WidgetsProgram, elements: ElementClass[]): Plugin {
  const events = [...eventClasses(program).values()];
  const offered = namesOf(program);
  return {
    name: 'campaign-kit',
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.schemaVersion = '2.1.0';
      for (const module of manifest.modules) {
        module.declarations = (module.declarations ?? []).filter(({ name }) => offered.has(name));
        module.exports = (module.exports ?? []).filter(({ name }) => offered.has(name));
        for (const found of module.declarations ?? []) {
          if (found.kind !== 'class') continue;
          const declaration = found as CustomElementDeclaration;
          const { superclass } = declaration;
          if (superclass && globals.has(superclass.name)) {
            declaration.superclass = { name: superclass.name, package: 'global:' };
          }
          declaration.members = (declaration.members ?? []).filter(isForHosts).map(plain);
          // `new ActionErrorEvent(…)` is no name: what is dispatched has to be named by `@fires`.
          declaration.events = (declaration.events ?? []).filter(({ name }) => name?.startsWith('ck-')).map(travels);
          const element = elements.find(({ node }) => node.name?.text === declaration.name);
          if (element?.isPublic) describe(declaration, element);
        }
        define(manifest, module);
      }
    },
  };

  function describe(declaration: CustomElementDeclaration, element: ElementClass): void {
    declaration.customElement = true;
    declaration.tagName = element.tag;
    const shared = sharedTags(program, elements, element);
    for (const [list, found] of Object.entries(shared) as [keyof typeof shared, { name: string }[]][]) {
      const known = (declaration[list] ?? []) as { name: string }[];
      const added = found.filter(({ name }) => !known.some(one => one.name === name));
      declaration[list] = [...known, ...added] as never;
    }
    declaration.events?.sort((a, b) => a.name.localeCompare(b.name));
    declaration.cssParts?.sort((a, b) => a.name.localeCompare(b.name));
  }

  function travels(event: Event): DescribedEvent {
    const known = events.find(({ name }) => name === event.name);
    const { bubbles = false, composed = false, cancelable = false } = known ?? {};
    return { ...event, type: { text: known?.type ?? 'Event' }, bubbles, composed, cancelable };
  }

  /** `define/x.ts` calls `X.define()`, which the analyzer does not know for a definition. */
  function define({ modules }: Package, module: Module): void {
    const tag = /^src\/define\/(.+)\.ts$/.exec(module.path)?.[1];
    const element = elements.find(one => one.tag === tag);
    const name = element?.node.name?.text;
    const home = modules.find(one => one.declarations?.some(declaration => declaration.name === name));
    if (!tag || !name || !home) return;
    module.exports = [{ kind: 'custom-element-definition', name: tag, declaration: { name, module: home.path } }];
  }
}

/** What the analyzer takes for classes of ours. */
const globals = new Set(['Error', 'Event', 'EventTarget']);

/** What the package offers by its name, and what elements inherit from. */
function namesOf({ files, checker }: WidgetsProgram): Set<string> {
  const entry = files.find(({ fileName }) => fileName.endsWith('/src/elements.ts'));
  const symbol = entry && checker.getSymbolAtLocation(entry);
  return new Set(symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : []);
}

const isForHosts = ({ name, privacy }: ClassMember) =>
  !name.startsWith('#') && (privacy ?? 'public') === 'public' && name !== 'english';

/** A line break of the source is none of the manifest. */
function plain(member: ClassMember): ClassMember {
  if (member.description) member.description = member.description.replace(/\s*\n\s*/g, ' ');
  return member;
}
