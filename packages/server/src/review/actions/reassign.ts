import { reassign as deal } from '../../conversations/reassign.ts';
import { byVerb } from './by-verb.ts';
import type { MessageEffect } from './effect.ts';

/** Escalated ones too: who works on them changes, that they are escalated does not. */
export const reassign: MessageEffect<'reassign'> = {
  leavesOut: () => [],
  ...byVerb(({ input, dealt }) => deal(input.texterIds, dealt)),
};
