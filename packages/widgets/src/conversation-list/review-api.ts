import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import type { ReviewStatus } from '@campaign-kit/shared/review-filter';
import type { SmsReason } from '@campaign-kit/shared/sms-errors';
import type { Api } from '../contract.ts';

type Named = { id: number; name: string };

/** A conversation as it is reviewed. */
export type ReviewRow = {
  id: number;
  campaign: { id: number; title: string; archived: boolean };
  contact: { firstName: string; lastName: string; phone: string };
  status: ReviewStatus;
  texter: Named | null;
  assistant: boolean;
  waitingSince: number | null;
  lastAt: number | null;
  lastMessage: { text: string; inbound: boolean; sendStatus: SendStatus; reason: SmsReason | null } | null;
  tags: Named[];
  optedOut: boolean;
  escalated: boolean;
  needsAttention: boolean;
  likelyOptOut: boolean;
  escalation: { reason: string; by: Named | null; at: number } | null;
};
export type ReviewPage = { rows: ReviewRow[]; next: string | null };
export type ReviewNews = { type: 'conversations'; ids: number[] } | { type: 'many' };

type Options = { signal?: AbortSignal };
type Query<I, O> = { query: (input: I, options?: Options) => Promise<O> };

/** The part of the server that the list asks. */
export type ReviewApi = {
  list: Query<{ filter: ReviewFilter; sort: ReviewSort; after: string | null; limit: number }, ReviewPage>;
  /** Of these ids, the rows that match. */
  rows: Query<{ filter: ReviewFilter; ids: number[] }, { rows: ReviewRow[] }>;
  count: Query<{ filter: ReviewFilter }, { count: number }>;
};

export const reviewOf = (api: Api): ReviewApi => (api as unknown as { review: ReviewApi }).review;
