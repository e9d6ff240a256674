import { unsent } from '../../conversations/selections.ts';
import { unassignUnsent } from '../../conversations/unassign.ts';
import type { Effect } from './effect.ts';

export const releaseUnsent: Effect<'releaseUnsent'> = {
  select: () => unsent,
  verb: () => unassignUnsent,
  details: true,
};
