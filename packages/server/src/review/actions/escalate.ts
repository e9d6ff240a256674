import { escalate as setAside } from '../../conversations/escalate.ts';
import { escalated } from '../../conversations/selections.ts';
import { byVerb } from './by-verb.ts';
import type { MessageEffect } from './effect.ts';

export const escalate: MessageEffect<'escalate'> = {
  leavesOut: () => [escalated],
  ...byVerb(({ input, ...why }) => setAside({ ...why, reason: input.reason })),
};
