import { remove } from '../../conversations/remove.ts';
import { unmessaged } from '../../conversations/selections.ts';
import type { Effect } from './effect.ts';

export const deleteUnmessaged: Effect<'deleteUnmessaged'> = {
  select: () => unmessaged,
  verb: () => remove,
};
