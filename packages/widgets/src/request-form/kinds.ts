import type { WordKey } from '@campaign-kit/shared/words/en';
import type { RequestKind } from '../contract.ts';
import type { TextingMode } from '../request-events.ts';

type Said = 'name' | 'deed' | 'held' | 'open' | 'got' | 'given' | 'rejected' | 'waits';

/** What is said of each kind: a language may need other words around each of them. */
export const kinds: Record<RequestKind, Record<Said, WordKey> & { mode: TextingMode }> = {
  unsent: {
    mode: 'initial',
    name: 'request.unsent',
    deed: 'request.unsent.deed',
    held: 'request.unsent.held',
    open: 'request.start',
    got: 'request.unsent.got',
    given: 'request.unsent.given',
    rejected: 'request.unsent.rejected',
    waits: 'request.unsent.waits',
  },
  unreplied: {
    mode: 'replies',
    name: 'request.unreplied',
    deed: 'request.unreplied.deed',
    held: 'request.unreplied.held',
    open: 'request.unreplied.open',
    got: 'request.unreplied.got',
    given: 'request.unreplied.given',
    rejected: 'request.unreplied.rejected',
    waits: 'request.unreplied.waits',
  },
};
