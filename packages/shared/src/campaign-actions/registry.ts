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
import { z } from '../input.ts';

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
export type ActionInput<N extends CampaignActionName> = z.infer<(typeof campaignActions)[N]['input']>;

/** An action with its settings: the one value that is previewed and run. */
export type AskedAction = { [N in CampaignActionName]: { name: N; input: ActionInput<N> } }[CampaignActionName];

export const actionNames = Object.keys(campaignActions) as CampaignActionName[];

/** The definition, for code that serves every action alike. */
export const actionNamed = (name: CampaignActionName): Omit<Action<never>, 'input'> => campaignActions[name];

const asked = <N extends CampaignActionName>(name: N) =>
  z.strictObject({
    name: z.literal(name),
    input: campaignActions[name].input as unknown as (typeof campaignActions)[N]['input'],
  });

export const askedAction = z.discriminatedUnion('name', [
  asked('releaseUnsent'),
  asked('releaseUnreplied'),
  asked('markSecondPass'),
  asked('unmarkSecondPass'),
  asked('turnAutoAssignOn'),
  asked('turnAutoAssignOff'),
  asked('assignUnsent'),
  asked('unarchive'),
  asked('archive'),
  asked('deleteUnmessaged'),
]);
