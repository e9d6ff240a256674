import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Operation } from '../contract.ts';
import type { Voice } from '../parts/voice.ts';

/** What an operation is called: its action, or for an undo the action that it undoes where that is known. */
export function operationName(voice: Voice, operation: Operation, known: readonly Operation[]): string {
  if (operation.kind !== 'undo') return voice.say(`${operation.kind}.label` as WordKey);
  const undone = known.find(({ id }) => id === operation.undoOf);
  if (!undone) return voice.say('undo.label');
  return voice.say('history.undoOf', { action: operationName(voice, undone, known) });
}
