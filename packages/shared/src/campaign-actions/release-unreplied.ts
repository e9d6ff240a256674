import { idleMinutes, z } from '../input.ts';
import { always, archivedOrDraft, defineAction } from './action.ts';

export const releaseUnreplied = defineAction({
  label: 'releaseUnreplied.label',
  help: 'releaseUnreplied.help',
  done: 'releaseUnreplied.done',
  deed: 'releaseUnreplied.deed',
  input: z.strictObject({ idleMinutes }),
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
  danger: 'no',
});
