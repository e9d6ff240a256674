import type {
  ClassMember,
  CssCustomProperty,
  CssCustomState,
  CssPart,
  CustomElementDeclaration,
  Package,
  Slot,
} from 'custom-elements-manifest/schema';
import type { DescribedEvent } from './describe-elements.ts';

type Named = { name: string; description: string };
type Attribute = Named & { type: string; fallback: string | undefined; field: string | undefined };
type Property = Named & { type: string; readOnly: boolean; attribute: string | undefined };

/** An element as editors and frameworks want it: what is set on it, what it says, what of it can be styled. */
export type ElementShape = {
  tag: string;
  className: string;
  /** Where the class is declared, such as `dist/campaign-kit.js`. */
  module: string;
  summary: string;
  description: string;
  attributes: Attribute[];
  properties: Property[];
  methods: Named[];
  events: DescribedEvent[];
  slots: Slot[];
  parts: CssPart[];
  tokens: CssCustomProperty[];
  states: CssCustomState[];
};

/** Every element of a manifest. */
export function elementShapes(manifest: Package): ElementShape[] {
  return manifest.modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter((one): one is CustomElementDeclaration => 'tagName' in one && one.tagName !== undefined)
      .map(one => shapeOf(one, path)),
  );
}

function shapeOf(one: CustomElementDeclaration, module: string): ElementShape {
  const members = (one.members ?? []).filter(member => !member.static);
  return {
    tag: one.tagName ?? '',
    className: one.name,
    module,
    summary: one.summary ?? '',
    description: one.description ?? '',
    attributes: (one.attributes ?? []).map(({ name, description = '', type, default: fallback, fieldName }) => ({
      name,
      description,
      type: type?.text ?? 'string',
      fallback,
      field: fieldName,
    })),
    properties: members.flatMap(member => (member.kind === 'field' ? [propertyOf(member)] : [])),
    methods: members
      .filter(({ kind }) => kind === 'method')
      .map(({ name, description = '' }) => ({ name, description })),
    events: (one.events ?? []) as DescribedEvent[],
    slots: one.slots ?? [],
    parts: one.cssParts ?? [],
    tokens: one.cssProperties ?? [],
    states: one.cssStates ?? [],
  };
}

function propertyOf(member: ClassMember & { kind: 'field' }): Property {
  const { name, description = '', type, readonly = false } = member;
  const attribute = 'attribute' in member ? (member.attribute as string) : undefined;
  return { name, description, type: type?.text ?? 'unknown', readOnly: readonly, attribute };
}
