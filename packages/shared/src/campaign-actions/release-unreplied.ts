import { always, archivedOrDraft, defineAction } from './action.ts';
import type { ActionInput } from './inputs.ts';

export const releaseUnreplied = defineAction<ActionInput<'releaseUnreplied'>>({
  shown: always,
  refusal: archivedOrDraft,
  leavesOut: ['optedOut', 'escalated', 'inPool', 'notIdle'],
  verdict: (c, input, now) => {
    if (c.status !== 'needsResponse') return null;
    if (c.optedOut) return 'optedOut';
    if (c.escalated) return 'escalated';
    if (c.texterId === null) return 'inPool';
    return (c.waitingSince ?? now) <= now - input.idleMinutes * 60_000 ? 'selected' : 'notIdle';
  },
});
