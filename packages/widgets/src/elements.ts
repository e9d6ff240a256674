/** What `@campaign-kit/widgets` is: classes, the kit, errors and events. Importing it defines nothing. */
export { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from './action-events.ts';
export { AutomaticSending } from './automatic-sending/automatic-sending.ts';
export { CampaignActions } from './campaign-actions/campaign-actions.ts';
export { CampaignKitElement } from './campaign-kit.ts';
export type { Current, Operation, Preview } from './contract.ts';
export { defineAll } from './define-all.ts';
export { LoadErrorEvent, SessionExpiredEvent, type ElementState, type KitElement } from './element.ts';
export { EscalatedConversations } from './escalated-conversations/escalated-conversations.ts';
export { KitError, type KitErrorCode } from './kit-error.ts';
export { createCampaignKit, type CampaignKit, type KitOptions } from './kit.ts';
export { MessageReview } from './message-review/message-review.ts';
export { ConversationChangeEvent, FilterChangeEvent, SelectionChangeEvent } from './message-review/review-events.ts';
export { OperationHistory } from './operation-history/operation-history.ts';
export { ReassignPanel } from './reassign-panel/reassign-panel.ts';
export { ReleaseRepliesDialog } from './release-replies-dialog/release-replies-dialog.ts';
export {
  CountChangeEvent,
  OpenQueueEvent,
  RequestErrorEvent,
  RequestSuccessEvent,
  type TextingMode,
} from './request-events.ts';
export { RequestForm } from './request-form/request-form.ts';
export { RequestList } from './request-list/request-list.ts';
export { SecondPassDialog } from './second-pass-dialog/second-pass-dialog.ts';
export { SendingChangeEvent, SendingErrorEvent, type SendingDeed } from './sending-events.ts';
export type { Mint, Minted, MintReason } from './session.ts';
export { TexterList } from './texter-list/texter-list.ts';
export { TexterQueue } from './texter-queue/texter-queue.ts';
export { MessageSentEvent, QueueEmptyEvent, RequestMoreEvent } from './texter-queue/texting-events.ts';
