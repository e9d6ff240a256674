import { unreplied } from '../../conversations/selections.ts';
import { unassignUnreplied } from '../../conversations/unassign.ts';
import type { Effect } from './effect.ts';

export const releaseUnreplied: Effect<'releaseUnreplied'> = {
  select: ({ idleMinutes }, at) => unreplied(at - idleMinutes * 60_000),
  verb: () => unassignUnreplied,
  details: true,
};
