import { always, archivedOrDraft, defineAction } from './action.ts';

export const unmarkSecondPass = defineAction({
  shown: always,
  refusal: archivedOrDraft,
  leavesOut: ['firstPass'],
  verdict: c => {
    if (c.status !== 'needsMessage') return null;
    return c.pass > 1 ? 'selected' : 'firstPass';
  },
});
