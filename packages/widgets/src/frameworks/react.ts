/* eslint-disable no-restricted-syntax, @typescript-eslint/no-namespace -- JSX is a namespace. */
// Made by `npm run manifest` from the doc comments of the elements. Changes here are lost.

import { component, type Raw } from './react-component.ts';
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

/** Automatic sending of one campaign. */
export const AutomaticSending = /* @__PURE__ */ component<
  AutomaticSendingClass,
  'campaignId' | 'kit',
  'ck-load-error' | 'ck-ready' | 'ck-sending-change' | 'ck-sending-error' | 'ck-session-expired'
>('automatic-sending', {
  attributes: { campaignId: 'campaign-id' },
  properties: ['kit'],
  events: ['ck-load-error', 'ck-ready', 'ck-sending-change', 'ck-sending-error', 'ck-session-expired'],
});

/** The actions of one campaign. */
export const CampaignActions = /* @__PURE__ */ component<
  CampaignActionsClass,
  'campaignId' | 'label' | 'variant' | 'kit',
  | 'ck-action-error'
  | 'ck-action-request'
  | 'ck-action-success'
  | 'ck-close'
  | 'ck-load-error'
  | 'ck-open'
  | 'ck-ready'
  | 'ck-session-expired'
>('campaign-actions', {
  attributes: { campaignId: 'campaign-id', label: 'label', variant: 'variant' },
  properties: ['kit'],
  events: [
    'ck-action-error',
    'ck-action-request',
    'ck-action-success',
    'ck-close',
    'ck-load-error',
    'ck-open',
    'ck-ready',
    'ck-session-expired',
  ],
});

/** The session and the connection that the elements inside it share. */
export const CampaignKit = /* @__PURE__ */ component<
  CampaignKitElementClass,
  'endpoint' | 'sessionUrl' | 'timeZone' | 'fetchSession',
  never
>('campaign-kit', {
  attributes: { endpoint: 'endpoint', sessionUrl: 'session-url', timeZone: 'time-zone' },
  properties: ['fetchSession'],
  events: [],
});

/** Escalated conversations, to be decided. */
export const EscalatedConversations = /* @__PURE__ */ component<
  EscalatedConversationsClass,
  'conversationId' | 'kit',
  | 'ck-action-error'
  | 'ck-action-request'
  | 'ck-action-success'
  | 'ck-count-change'
  | 'ck-load-error'
  | 'ck-ready'
  | 'ck-session-expired'
>('escalated-conversations', {
  attributes: { conversationId: 'conversation-id' },
  properties: ['kit'],
  events: [
    'ck-action-error',
    'ck-action-request',
    'ck-action-success',
    'ck-count-change',
    'ck-load-error',
    'ck-ready',
    'ck-session-expired',
  ],
});

/** Finding, reading and moving conversations. */
export const MessageReview = /* @__PURE__ */ component<
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
  | 'ck-session-expired'
>('message-review', {
  attributes: { filter: 'filter', sort: 'sort', conversationId: 'conversation-id' },
  properties: ['kit'],
  events: [
    'ck-action-error',
    'ck-action-request',
    'ck-action-success',
    'ck-conversation-change',
    'ck-filter-change',
    'ck-load-error',
    'ck-ready',
    'ck-selection-change',
    'ck-session-expired',
  ],
});

/** The history of one campaign, or of the whole organization. */
export const OperationHistory = /* @__PURE__ */ component<
  OperationHistoryClass,
  'campaignId' | 'kit',
  'ck-action-error' | 'ck-action-success' | 'ck-load-error' | 'ck-ready' | 'ck-session-expired'
>('operation-history', {
  attributes: { campaignId: 'campaign-id' },
  properties: ['kit'],
  events: ['ck-action-error', 'ck-action-success', 'ck-load-error', 'ck-ready', 'ck-session-expired'],
});

/** Reassigns conversations to texters, or unassigns them. */
export const ReassignPanel = /* @__PURE__ */ component<
  ReassignPanelClass,
  'campaignId' | 'filter' | 'ids' | 'kit',
  'ck-action-error' | 'ck-action-request' | 'ck-action-success' | 'ck-load-error' | 'ck-ready' | 'ck-session-expired'
>('reassign-panel', {
  attributes: { campaignId: 'campaign-id', filter: 'filter' },
  properties: ['ids', 'kit'],
  events: [
    'ck-action-error',
    'ck-action-request',
    'ck-action-success',
    'ck-load-error',
    'ck-ready',
    'ck-session-expired',
  ],
});

/** A dialog that releases unhandled replies. */
export const ReleaseRepliesDialog = /* @__PURE__ */ component<
  ReleaseRepliesDialogClass,
  'campaignId' | 'open' | 'kit',
  | 'ck-action-error'
  | 'ck-action-request'
  | 'ck-action-success'
  | 'ck-close'
  | 'ck-load-error'
  | 'ck-open'
  | 'ck-ready'
  | 'ck-session-expired'
>('release-replies-dialog', {
  attributes: { campaignId: 'campaign-id', open: 'open' },
  properties: ['kit'],
  events: [
    'ck-action-error',
    'ck-action-request',
    'ck-action-success',
    'ck-close',
    'ck-load-error',
    'ck-open',
    'ck-ready',
    'ck-session-expired',
  ],
});

/** Where a texter asks for conversations. */
export const RequestForm = /* @__PURE__ */ component<
  RequestFormClass,
  'kit',
  'ck-load-error' | 'ck-open-queue' | 'ck-ready' | 'ck-request-error' | 'ck-request-success' | 'ck-session-expired'
>('request-form', {
  attributes: {},
  properties: ['kit'],
  events: [
    'ck-load-error',
    'ck-open-queue',
    'ck-ready',
    'ck-request-error',
    'ck-request-success',
    'ck-session-expired',
  ],
});

/** Where an admin decides about texters' requests. */
export const RequestList = /* @__PURE__ */ component<
  RequestListClass,
  'kit',
  'ck-count-change' | 'ck-load-error' | 'ck-ready' | 'ck-request-error' | 'ck-session-expired'
>('request-list', {
  attributes: {},
  properties: ['kit'],
  events: ['ck-count-change', 'ck-load-error', 'ck-ready', 'ck-request-error', 'ck-session-expired'],
});

/** A guided dialog that marks a campaign for a second pass. */
export const SecondPassDialog = /* @__PURE__ */ component<
  SecondPassDialogClass,
  'campaignId' | 'open' | 'kit',
  | 'ck-action-error'
  | 'ck-action-request'
  | 'ck-action-success'
  | 'ck-close'
  | 'ck-load-error'
  | 'ck-open'
  | 'ck-ready'
  | 'ck-session-expired'
>('second-pass-dialog', {
  attributes: { campaignId: 'campaign-id', open: 'open' },
  properties: ['kit'],
  events: [
    'ck-action-error',
    'ck-action-request',
    'ck-action-success',
    'ck-close',
    'ck-load-error',
    'ck-open',
    'ck-ready',
    'ck-session-expired',
  ],
});

/** Where an admin looks after texters. */
export const TexterList = /* @__PURE__ */ component<
  TexterListClass,
  'kit',
  'ck-action-error' | 'ck-action-request' | 'ck-action-success' | 'ck-load-error' | 'ck-ready' | 'ck-session-expired'
>('texter-list', {
  attributes: {},
  properties: ['kit'],
  events: [
    'ck-action-error',
    'ck-action-request',
    'ck-action-success',
    'ck-load-error',
    'ck-ready',
    'ck-session-expired',
  ],
});

/** A texter's initial messages and replies. */
export const TexterQueue = /* @__PURE__ */ component<
  TexterQueueClass,
  'mode' | 'conversationId' | 'kit',
  'ck-load-error' | 'ck-message-sent' | 'ck-queue-empty' | 'ck-ready' | 'ck-request-more' | 'ck-session-expired'
>('texter-queue', {
  attributes: { mode: 'mode', conversationId: 'conversation-id' },
  properties: ['kit'],
  events: ['ck-load-error', 'ck-message-sent', 'ck-queue-empty', 'ck-ready', 'ck-request-more', 'ck-session-expired'],
});

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'automatic-sending': Raw<
        AutomaticSendingClass,
        'campaignId' | 'kit',
        'ck-load-error' | 'ck-ready' | 'ck-sending-change' | 'ck-sending-error' | 'ck-session-expired',
        {
          'campaign-id'?: AutomaticSendingClass['campaignId'] | string | undefined;
          density?: 'comfortable' | undefined;
          lang?: string | undefined;
        }
      >;
      'campaign-actions': Raw<
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
      'campaign-kit': Raw<
        CampaignKitElementClass,
        'endpoint' | 'sessionUrl' | 'timeZone' | 'fetchSession',
        never,
        { 'session-url'?: string | undefined; 'time-zone'?: string | undefined }
      >;
      'escalated-conversations': Raw<
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
      'message-review': Raw<
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
      'operation-history': Raw<
        OperationHistoryClass,
        'campaignId' | 'kit',
        'ck-action-error' | 'ck-action-success' | 'ck-load-error' | 'ck-ready' | 'ck-session-expired',
        {
          'campaign-id'?: OperationHistoryClass['campaignId'] | string | undefined;
          density?: 'comfortable' | undefined;
          lang?: string | undefined;
        }
      >;
      'reassign-panel': Raw<
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
      'release-replies-dialog': Raw<
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
      'request-form': Raw<
        RequestFormClass,
        'kit',
        | 'ck-load-error'
        | 'ck-open-queue'
        | 'ck-ready'
        | 'ck-request-error'
        | 'ck-request-success'
        | 'ck-session-expired',
        { density?: 'comfortable' | undefined; lang?: string | undefined }
      >;
      'request-list': Raw<
        RequestListClass,
        'kit',
        'ck-count-change' | 'ck-load-error' | 'ck-ready' | 'ck-request-error' | 'ck-session-expired',
        { density?: 'comfortable' | undefined; lang?: string | undefined }
      >;
      'second-pass-dialog': Raw<
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
      'texter-list': Raw<
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
      'texter-queue': Raw<
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
}
