import { archivedOrDraft, defineAction } from './action.ts';

/** Not in the menu: the first screen of the second-pass dialog offers it. */
export const assignUnsent = defineAction({
  label: 'assignUnsent.label',
  help: 'assignUnsent.help',
  done: 'assignUnsent.done',
  deed: 'assignUnsent.deed',
  shown: () => false,
  refusal: archivedOrDraft,
  leavesOut: ['optedOut', 'escalated', 'held'],
  verdict: c => {
    if (c.status !== 'needsMessage') return null;
    if (c.optedOut) return 'optedOut';
    if (c.escalated) return 'escalated';
    return c.texterId === null ? 'selected' : 'held';
  },
  danger: 'no',
});
