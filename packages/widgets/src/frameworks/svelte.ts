// Made by `npm run manifest` from the doc comments of the elements. Changes here are lost.

import type { HTMLAttributes } from 'svelte/elements';
import type { AutomaticSending as AutomaticSendingClass } from '../automatic-sending/automatic-sending.ts';
import type { CampaignActions as CampaignActionsClass } from '../campaign-actions/campaign-actions.ts';
import type { CampaignKitElement as CampaignKitElementClass } from '../campaign-kit.ts';
import type { EscalatedConversations as EscalatedConversationsClass } from '../escalated-conversations/escalated-conversations.ts';
import type { MessageReview as MessageReviewClass } from '../message-review/message-review.ts';
import type { OperationHistory as OperationHistoryClass } from '../operation-history/operation-history.ts';
import type { ReassignPanel as ReassignPanelClass } from '../reassign-panel/reassign-panel.ts';
import type { ReleaseRepliesDialog as ReleaseRepliesDialogClass } from '../release-replies-dialog/release-replies-dialog.ts';
import type { RequestForm as RequestFormClass } from '../request-form/request-form.ts';
import type { RequestList as RequestListClass } from '../request-list/request-list.ts';
import type { SecondPassDialog as SecondPassDialogClass } from '../second-pass-dialog/second-pass-dialog.ts';
import type { TexterList as TexterListClass } from '../texter-list/texter-list.ts';
import type { TexterQueue as TexterQueueClass } from '../texter-queue/texter-queue.ts';

type Settings<E, P extends keyof E> = { [K in P]?: E[K] | null | undefined };
type Events<N extends keyof HTMLElementEventMap> = {
  [K in N as `on${K}`]?: ((event: HTMLElementEventMap[K]) => void) | null | undefined;
};
type Element<E extends HTMLElement, P extends keyof E, N extends keyof HTMLElementEventMap, A> = Omit<
  HTMLAttributes<E>,
  P | keyof A
> &
  Settings<E, P> &
  Events<N> &
  A;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'automatic-sending': Element<
      AutomaticSendingClass,
      'campaignId' | 'kit',
      'ck-load-error' | 'ck-ready' | 'ck-sending-change' | 'ck-sending-error' | 'ck-session-expired',
      {
        'campaign-id'?: AutomaticSendingClass['campaignId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'campaign-actions': Element<
      CampaignActionsClass,
      'campaignId' | 'label' | 'variant' | 'kit',
      | 'ck-action-error'
      | 'ck-action-request'
      | 'ck-action-success'
      | 'ck-close'
      | 'ck-load-error'
      | 'ck-open'
      | 'ck-ready'
      | 'ck-session-expired',
      {
        'campaign-id'?: CampaignActionsClass['campaignId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'campaign-kit': Element<
      CampaignKitElementClass,
      'endpoint' | 'sessionUrl' | 'timeZone' | 'fetchSession',
      never,
      { 'session-url'?: string | undefined; 'time-zone'?: string | undefined }
    >;
    'escalated-conversations': Element<
      EscalatedConversationsClass,
      'conversationId' | 'kit',
      | 'ck-action-error'
      | 'ck-action-request'
      | 'ck-action-success'
      | 'ck-count-change'
      | 'ck-load-error'
      | 'ck-ready'
      | 'ck-session-expired',
      {
        'conversation-id'?: EscalatedConversationsClass['conversationId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'message-review': Element<
      MessageReviewClass,
      'filter' | 'sort' | 'conversationId' | 'kit',
      | 'ck-action-error'
      | 'ck-action-request'
      | 'ck-action-success'
      | 'ck-conversation-change'
      | 'ck-filter-change'
      | 'ck-load-error'
      | 'ck-ready'
      | 'ck-selection-change'
      | 'ck-session-expired',
      {
        'conversation-id'?: MessageReviewClass['conversationId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'operation-history': Element<
      OperationHistoryClass,
      'campaignId' | 'kit',
      'ck-action-error' | 'ck-action-success' | 'ck-load-error' | 'ck-ready' | 'ck-session-expired',
      {
        'campaign-id'?: OperationHistoryClass['campaignId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'reassign-panel': Element<
      ReassignPanelClass,
      'campaignId' | 'filter' | 'ids' | 'kit',
      | 'ck-action-error'
      | 'ck-action-request'
      | 'ck-action-success'
      | 'ck-load-error'
      | 'ck-ready'
      | 'ck-session-expired',
      {
        'campaign-id'?: ReassignPanelClass['campaignId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'release-replies-dialog': Element<
      ReleaseRepliesDialogClass,
      'campaignId' | 'open' | 'kit',
      | 'ck-action-error'
      | 'ck-action-request'
      | 'ck-action-success'
      | 'ck-close'
      | 'ck-load-error'
      | 'ck-open'
      | 'ck-ready'
      | 'ck-session-expired',
      {
        'campaign-id'?: ReleaseRepliesDialogClass['campaignId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'request-form': Element<
      RequestFormClass,
      'kit',
      'ck-load-error' | 'ck-open-queue' | 'ck-ready' | 'ck-request-error' | 'ck-request-success' | 'ck-session-expired',
      { density?: 'comfortable' | undefined; lang?: string | undefined }
    >;
    'request-list': Element<
      RequestListClass,
      'kit',
      'ck-count-change' | 'ck-load-error' | 'ck-ready' | 'ck-request-error' | 'ck-session-expired',
      { density?: 'comfortable' | undefined; lang?: string | undefined }
    >;
    'second-pass-dialog': Element<
      SecondPassDialogClass,
      'campaignId' | 'open' | 'kit',
      | 'ck-action-error'
      | 'ck-action-request'
      | 'ck-action-success'
      | 'ck-close'
      | 'ck-load-error'
      | 'ck-open'
      | 'ck-ready'
      | 'ck-session-expired',
      {
        'campaign-id'?: SecondPassDialogClass['campaignId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
    'texter-list': Element<
      TexterListClass,
      'kit',
      | 'ck-action-error'
      | 'ck-action-request'
      | 'ck-action-success'
      | 'ck-load-error'
      | 'ck-ready'
      | 'ck-session-expired',
      { density?: 'comfortable' | undefined; lang?: string | undefined }
    >;
    'texter-queue': Element<
      TexterQueueClass,
      'mode' | 'conversationId' | 'kit',
      'ck-load-error' | 'ck-message-sent' | 'ck-queue-empty' | 'ck-ready' | 'ck-request-more' | 'ck-session-expired',
      {
        'conversation-id'?: TexterQueueClass['conversationId'] | string | undefined;
        density?: 'comfortable' | undefined;
        lang?: string | undefined;
      }
    >;
  }
}
