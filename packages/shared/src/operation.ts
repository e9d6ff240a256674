import type { CampaignActionName } from './campaign-actions/registry.ts';
import type { MessageActionName } from './message-actions/registry.ts';

/** What an operation can be: a campaign action, a message action, the release of replies in all campaigns, an import, or the undo of one. */
export type OperationKind = CampaignActionName | MessageActionName | 'releaseReplies' | 'importContacts' | 'undo';

export const operationStates = ['running', 'done', 'cancelled', 'failed'] as const;
export type OperationState = (typeof operationStates)[number];

/** How long after its end an operation can be undone; what was deleted is kept that long. */
export const undoDays = 7;
