import { always, archivedOrDraft, defineAction } from './action.ts';

export const releaseUnsent = defineAction({
  shown: always,
  refusal: archivedOrDraft,
  leavesOut: ['optedOut', 'escalated', 'inPool'],
  verdict: c => {
    if (c.status !== 'needsMessage') return null;
    if (c.optedOut) return 'optedOut';
    if (c.escalated) return 'escalated';
    return c.texterId === null ? 'inPool' : 'selected';
  },
});
