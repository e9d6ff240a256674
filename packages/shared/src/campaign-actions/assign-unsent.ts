import { archivedOrDraft, defineAction } from './action.ts';

/** Not in the menu: the first screen of the second-pass dialog offers it. */
export const assignUnsent = defineAction({
  shown: () => false,
  refusal: archivedOrDraft,
  leavesOut: ['optedOut', 'escalated', 'held'],
  verdict: c => {
    if (c.status !== 'needsMessage') return null;
    if (c.optedOut) return 'optedOut';
    if (c.escalated) return 'escalated';
    return c.texterId === null ? 'selected' : 'held';
  },
});
