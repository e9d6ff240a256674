/** Who may do what. One rule, two sides: the server refuses by it, an element says so by it. */
export const roles = ['owner', 'admin', 'supervolunteer', 'texter'] as const;
export type Role = (typeof roles)[number];

export const scopes = [
  'campaigns:read',
  'campaigns:act',
  'operations:read',
  'operations:undo',
  'contacts:import',
  'requests:make',
  'requests:decide',
  'texting:send',
  'review:read',
  'review:reply',
  'review:act',
  'texters:manage',
] as const;
export type Scope = (typeof scopes)[number];

const everything: readonly Scope[] = scopes;

const ofRole: Record<Role, readonly Scope[]> = {
  owner: everything,
  admin: everything,
  supervolunteer: ['requests:make', 'texting:send', 'review:read', 'review:reply'],
  texter: ['requests:make', 'texting:send'],
};

const reviewing = [
  'review:read',
  'review:reply',
  'review:act',
  'texting:send',
  'operations:read',
  'operations:undo',
] as const satisfies readonly Scope[];

/** What each element needs. A session that names elements can do what these need, and nothing else. */
export const scopesOfElement = {
  'campaign-actions': ['campaigns:read', 'campaigns:act', 'operations:read', 'operations:undo'],
  'second-pass-dialog': ['campaigns:read', 'campaigns:act', 'operations:read', 'operations:undo'],
  'release-replies-dialog': ['campaigns:read', 'campaigns:act', 'operations:read', 'operations:undo'],
  'operation-history': ['campaigns:read', 'operations:read', 'operations:undo'],
  'automatic-sending': ['campaigns:act', 'operations:read'],
  'contact-import': ['campaigns:read', 'contacts:import', 'operations:read'],
  'request-form': ['requests:make'],
  'request-list': ['requests:decide'],
  'texter-queue': ['texting:send', 'requests:make'],
  'message-review': reviewing,
  'escalated-conversations': reviewing,
  'reassign-panel': ['review:read', 'review:act', 'operations:read', 'operations:undo'],
  'texter-list': ['texters:manage', 'review:read', 'review:act', 'operations:read', 'operations:undo'],
} as const satisfies Record<string, readonly Scope[]>;

export type ElementName = keyof typeof scopesOfElement;
export const elementNames = Object.keys(scopesOfElement) as ElementName[];

/** What a session may do: what its role may, narrowed to the elements it was made for. `null`: all elements. */
export function granted(role: Role, elements: readonly ElementName[] | null): Scope[] {
  if (!elements) return [...ofRole[role]];
  return ofRole[role].filter(scope =>
    elements.some(name => (scopesOfElement[name] as readonly Scope[]).includes(scope)),
  );
}
