import { always, archivedOrDraft, defineAction } from './action.ts';

export const deleteUnmessaged = defineAction({
  shown: always,
  refusal: archivedOrDraft,
  leavesOut: ['messagedBefore'],
  verdict: c => {
    if (c.status !== 'needsMessage') return null;
    return c.pass > 1 ? 'messagedBefore' : 'selected';
  },
});
