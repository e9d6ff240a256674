import type { ActionInput, CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { Selection } from '../../conversations/selections.ts';
import type { Verb } from '../../conversations/verb.ts';
import type { Transaction } from '../../db/open.ts';
import type { Campaign } from '../campaign.ts';

/** What an action remembers to give the campaign itself back. Stored as JSON in the operation. */
export type Before = Record<string, unknown>;

/** What an action does on the server: a selection with a verb, a change of the campaign, or both. */
export type Effect<N extends CampaignActionName> = {
  /** `at` is when the operation started: chunks that run later decide by the same instant. */
  readonly select?: (input: ActionInput<N>, at: number) => Selection;
  /** `dealt` is how many rows the operation has changed so far. */
  readonly verb?: (input: ActionInput<N>, dealt: number) => Verb;
  /** Whether the preview tells of texters and waits too. */
  readonly details?: true;
  /** What happens to the campaign's unsent messages. */
  readonly messages?: 'hold' | 'resume';
  /** What happens to the campaign at once, in the transaction that starts the operation. */
  readonly begin?: (tx: Transaction, campaign: Campaign, input: ActionInput<N>, now: number) => Promise<Before>;
  /** The way back of `begin`; false when nothing was left as the action made it. */
  readonly giveBack?: (tx: Transaction, campaign: Campaign, before: Before, now: number) => Promise<boolean>;
};
