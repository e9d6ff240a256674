import { unmark } from '../../conversations/mark.ts';
import { marked } from '../../conversations/selections.ts';
import type { Effect } from './effect.ts';

export const unmarkSecondPass: Effect<'unmarkSecondPass'> = {
  select: () => marked,
  verb: () => unmark,
};
