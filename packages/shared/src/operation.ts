import type { CampaignActionName } from './campaign-actions/registry.ts';
import type { MessageActionName } from './message-actions/registry.ts';

/** What is done to automatic sending, by people and, the last two, by itself: noted in the history, done at once, never undone. */
export const sendingDeeds = [
  'startSending',
  'limitSending',
  'pauseSending',
  'resumeSending',
  'stopSending',
  'endSending',
  'haltSending',
] as const;
export type SendingDeed = (typeof sendingDeeds)[number];

/**
 * What an operation can be: a campaign action, a message action, the release of replies in all campaigns, an import, the undo of
 * one, or what was done to automatic sending.
 */
export type OperationKind =
  CampaignActionName | MessageActionName | 'releaseReplies' | 'importContacts' | 'undo' | SendingDeed;

export const isSendingDeed = (kind: OperationKind): kind is SendingDeed =>
  (sendingDeeds as readonly OperationKind[]).includes(kind);

export const operationStates = ['running', 'done', 'cancelled', 'failed'] as const;
export type OperationState = (typeof operationStates)[number];

/** How long after its end an operation can be undone; what was deleted is kept that long. */
export const undoDays = 7;
