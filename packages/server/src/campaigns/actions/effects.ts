import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import { archive } from './archive.ts';
import { assignUnsent } from './assign-unsent.ts';
import { deleteUnmessaged } from './delete-unmessaged.ts';
import type { Effect } from './effect.ts';
import { markSecondPass } from './mark-second-pass.ts';
import { releaseUnreplied } from './release-unreplied.ts';
import { releaseUnsent } from './release-unsent.ts';
import { turnAutoAssignOff } from './turn-auto-assign-off.ts';
import { turnAutoAssignOn } from './turn-auto-assign-on.ts';
import { unarchive } from './unarchive.ts';
import { unmarkSecondPass } from './unmark-second-pass.ts';

/** What each action does; one that is missing does not compile. */
const effects: { readonly [N in CampaignActionName]: Effect<N> } = {
  releaseUnsent,
  releaseUnreplied,
  markSecondPass,
  unmarkSecondPass,
  turnAutoAssignOn,
  turnAutoAssignOff,
  assignUnsent,
  unarchive,
  archive,
  deleteUnmessaged,
};

/** The effect, for code that serves every action alike; its input was parsed by the same action's schema. */
export const effectOf = (name: CampaignActionName): Effect<never> => effects[name];
