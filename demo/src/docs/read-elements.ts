import { readFile } from 'node:fs/promises';

type Named = { name: string; description?: string };
type Typed = Named & { type?: { text: string }; default?: string };

/** An attribute and the property behind it. */
export type Attribute = Typed & { fieldName?: string };
export type Property = Typed & { attribute?: string; readonly?: boolean };
export type Method = Named & { parameters?: Typed[]; return?: { type?: { text: string } } };
export type FiredEvent = Named & { type?: { text: string }; bubbles?: boolean; cancelable?: boolean };
export type Token = Named & { default?: string };

/** One element as the manifest tells of it: what its page is made of. */
export type ElementDoc = {
  tag: string;
  className: string;
  summary: string;
  description: string;
  attributes: Attribute[];
  properties: Property[];
  methods: Method[];
  events: FiredEvent[];
  slots: Named[];
  parts: Named[];
  tokens: Token[];
  states: Named[];
};

type Member = Property & Method & { kind: string; privacy?: string; static?: boolean };
type Declaration = {
  kind: string;
  customElement?: boolean;
  tagName?: string;
  name: string;
  summary?: string;
  description?: string;
  attributes?: Attribute[];
  members?: Member[];
  events?: FiredEvent[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Token[];
  cssStates?: Named[];
};
type Manifest = { modules: { declarations?: Declaration[] }[] };

/** The elements of a `custom-elements.json` that a page can use, by their tags. Throws when it is not there. */
export async function readElements(path: string): Promise<ElementDoc[]> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(isForPages)
    .map(elementOf)
    .sort((a, b) => a.tag.localeCompare(b.tag));
}

/** `ck-` elements are made by others inside themselves. */
const isForPages = (declaration: Declaration): declaration is Declaration & { tagName: string } =>
  declaration.customElement === true && declaration.tagName?.startsWith('ck-') === false;

function elementOf(declaration: Declaration & { tagName: string }): ElementDoc {
  const { tagName, name, summary = '', description = '', attributes = [], members = [] } = declaration;
  const open = members.filter(member => !member.static && (member.privacy ?? 'public') === 'public');
  const attributeOf = new Map(attributes.map(({ fieldName, name }) => [fieldName, name]));
  return {
    tag: tagName,
    className: name,
    summary,
    description,
    attributes,
    properties: open
      .filter(({ kind }) => kind === 'field')
      .map(member => ({ ...member, attribute: member.attribute ?? attributeOf.get(member.name) }))
      .map(({ attribute, ...member }) => (attribute ? { ...member, attribute } : member)),
    methods: open.filter(({ kind, description: said }) => kind === 'method' && said),
    events: declaration.events ?? [],
    slots: declaration.slots ?? [],
    parts: declaration.cssParts ?? [],
    tokens: declaration.cssProperties ?? [],
    states: declaration.cssStates ?? [],
  };
}
