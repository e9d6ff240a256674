import type { Conversation } from '../conversation.ts';
import type { LeftOut } from '../left-out.ts';
import type { WordKey } from '../words/en.ts';

/** What the rules of an action look at. */
export type CampaignFacts = {
  readonly launchedAt: number | null;
  readonly archivedAt: number | null;
  readonly dueAt: number | null;
  readonly autoAssign: boolean;
};

/** What an action does with one conversation: changes it, leaves it out and why, or null when it is not about it at all. */
export type Verdict = 'selected' | LeftOut | null;

export type Action<Input = unknown> = {
  /** Whether the menu has it in this state of the campaign; archive and unarchive take turns. */
  readonly shown: (campaign: CampaignFacts) => boolean;
  /** Why it may not run now, or null. The menu greys it out with this; the server refuses with the same words. */
  readonly refusal: (campaign: CampaignFacts, now: number) => WordKey | null;
  /** Null for actions on the campaign itself. Order of the reasons is order of precedence. */
  readonly leavesOut: readonly LeftOut[] | null;
  readonly verdict: ((c: Conversation, input: Input, now: number) => Verdict) | null;
};

/** Keeps the input's type, so that rule, form and server speak of the same thing. The settings themselves are in `inputs.ts`. */
export const defineAction = <Input>(action: Action<Input>): Action<Input> => action;

export const always = () => true;
export const active = (campaign: CampaignFacts) => campaign.archivedAt === null;
export const archivedOrDraft = (campaign: CampaignFacts): WordKey | null => {
  if (campaign.archivedAt !== null) return 'refusal.archived';
  return campaign.launchedAt === null ? 'refusal.notLaunched' : null;
};
