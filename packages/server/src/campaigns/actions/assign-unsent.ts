import { assignUnsent as deal } from '../../conversations/assign.ts';
import { unsentInPool } from '../../conversations/selections.ts';
import type { Effect } from './effect.ts';

export const assignUnsent: Effect<'assignUnsent'> = {
  select: () => unsentInPool,
  verb: ({ texterIds }, dealt) => deal(texterIds, dealt),
};
