import { inPool } from '../../conversations/selections.ts';
import { unassign as release } from '../../conversations/unassign.ts';
import { byVerb } from './by-verb.ts';
import type { MessageEffect } from './effect.ts';

export const unassign: MessageEffect<'unassign'> = { leavesOut: () => [inPool], ...byVerb(() => release) };
