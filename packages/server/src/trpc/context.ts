import type { Refusal } from '@campaign-kit/shared/refusal';
import type { Session } from '../sessions/session.ts';
import type { World } from '../world.ts';

/** What a procedure starts from. `session` is null when the call brought no token, or one that `refusal` tells about. */
export type Context = World & {
  readonly session: Session | null;
  readonly refusal: Refusal | null;
  readonly requestId: string;
  /** The raw headers, for the few procedures whose input is a stream. */
  readonly headers: Headers;
};

/** What a verb is called with: the world, and who asks. */
export type SignedIn = World & { readonly session: Session };
