import type { WordKey } from '@campaign-kit/shared/words/en';
import type { RequestKind } from '../contract.ts';

/** What is said of each kind: a language may need other words around each of them. */
export const kinds: Record<RequestKind, Record<'what' | 'gave', WordKey>> = {
  unsent: { what: 'requestList.unsent', gave: 'requestList.unsent.gave' },
  unreplied: { what: 'requestList.unreplied', gave: 'requestList.unreplied.gave' },
};
