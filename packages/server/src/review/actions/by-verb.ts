import type { MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import { applyVerb, undoVerb } from '../../conversations/apply-verb.ts';
import { countSelection } from '../../conversations/count-selection.ts';
import { changedBy } from '../../conversations/selections.ts';
import type { Verb } from '../../conversations/verb.ts';
import type { MessageEffect, Work } from './effect.ts';

/** An action that changes the rows of conversations: they remember themselves how they were. */
export const byVerb = <N extends MessageActionName>(
  verb: (work: Work<N>) => Verb,
): Pick<MessageEffect<N>, 'apply' | 'undo' | 'countUndoable'> => ({
  apply: (tx, chunk, selection, work) => applyVerb(tx, chunk, selection, verb(work), work.operationId),
  undo: (tx, chunk, work) => undoVerb(tx, chunk, verb(work), work),
  countUndoable: async (read, ranges, { operationId }) =>
    (await countSelection(read, ranges, changedBy(operationId))).count,
});
