import { AutomaticSending } from './automatic-sending/automatic-sending.ts';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import { CampaignKitElement } from './campaign-kit.ts';
import { MessageReview } from './message-review/message-review.ts';
import { EscalatedConversations } from './escalated-conversations/escalated-conversations.ts';
import { OperationHistory } from './operation-history/operation-history.ts';
import { ReassignPanel } from './reassign-panel/reassign-panel.ts';
import { ReleaseRepliesDialog } from './release-replies-dialog/release-replies-dialog.ts';
import { RequestForm } from './request-form/request-form.ts';
import { RequestList } from './request-list/request-list.ts';
import { SecondPassDialog } from './second-pass-dialog/second-pass-dialog.ts';
import { TexterList } from './texter-list/texter-list.ts';
import { TexterQueue } from './texter-queue/texter-queue.ts';

const elements = [
  CampaignKitElement,
  AutomaticSending,
  CampaignActions,
  SecondPassDialog,
  ReleaseRepliesDialog,
  OperationHistory,
  RequestForm,
  RequestList,
  TexterQueue,
  EscalatedConversations,
  ReassignPanel,
  TexterList,
  MessageReview,
];

/**
 * Defines all elements. With a prefix (`acme-`) each tag begins with it, for a page on which a tag is taken: then it is
 * `<acme-campaign-actions>`, and what it opens has the prefix too. `registry` is for a scoped one.
 */
export function defineAll({ prefix = '', registry }: { prefix?: string; registry?: CustomElementRegistry } = {}): void {
  for (const element of elements) element.define(prefix + element.tag, registry);
}
