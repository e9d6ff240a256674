import type { Action } from './action.ts';
import { archive } from './archive.ts';
import { assignUnsent } from './assign-unsent.ts';
import { deleteUnmessaged } from './delete-unmessaged.ts';
import { markSecondPass } from './mark-second-pass.ts';
import { releaseUnreplied } from './release-unreplied.ts';
import { releaseUnsent } from './release-unsent.ts';
import { turnAutoAssignOff } from './turn-auto-assign-off.ts';
import { turnAutoAssignOn } from './turn-auto-assign-on.ts';
import { unarchive } from './unarchive.ts';
import { unmarkSecondPass } from './unmark-second-pass.ts';
import type { ActionInput as Input } from './inputs.ts';

/** Every campaign action, in the order of the menu; the dangerous ones last. */
export const campaignActions = {
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
} as const;

export type CampaignActionName = keyof typeof campaignActions;
export type ActionInput<N extends CampaignActionName> = Input<N>;

/** An action with its settings: the one value that is previewed and run. */
export type AskedAction = { [N in CampaignActionName]: { name: N; input: ActionInput<N> } }[CampaignActionName];

export const actionNames = Object.keys(campaignActions) as CampaignActionName[];

/** The definition, for code that serves every action alike. */
export const actionNamed = (name: CampaignActionName): Action<never> => campaignActions[name];
