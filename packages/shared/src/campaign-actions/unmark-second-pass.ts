import { always, archivedOrDraft, defineAction } from './action.ts';

export const unmarkSecondPass = defineAction({
  label: 'unmarkSecondPass.label',
  help: 'unmarkSecondPass.help',
  done: 'unmarkSecondPass.done',
  deed: 'unmarkSecondPass.deed',
  shown: always,
  refusal: archivedOrDraft,
  leavesOut: ['firstPass'],
  verdict: c => {
    if (c.status !== 'needsMessage') return null;
    return c.pass > 1 ? 'selected' : 'firstPass';
  },
  danger: 'no',
});
