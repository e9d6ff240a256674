import type { ElementName, Role, Scope } from '@campaign-kit/shared/scopes';

/** Who calls: one user of one organization, with what this token lets them do. */
export type Session = {
  readonly organizationId: number;
  readonly userId: number;
  readonly role: Role;
  readonly elements: readonly ElementName[] | null;
  readonly scopes: readonly Scope[];
  readonly origin: string;
  readonly tokenId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
};
