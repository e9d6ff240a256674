import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewFilter, ReviewTarget } from '@campaign-kit/shared/review-filter';
import type { Api, Operation, Preview } from '../contract.ts';

/** What a texter would get of what is dealt out, and what they hold already. */
export type Split = { texterId: number; name: string; holds: number; gets: number };
export type MessagePreview = Preview & { split?: Split[] };

type Options = { signal?: AbortSignal };

/** The part of the server that message actions are asked of. */
type ReviewActions = {
  count: { query: (input: { filter: ReviewFilter }, options?: Options) => Promise<{ count: number }> };
  preview: {
    query: (input: { target: ReviewTarget; action: AskedMessageAction }, options?: Options) => Promise<MessagePreview>;
  };
  run: {
    mutate: (input: {
      target: ReviewTarget;
      action: AskedMessageAction;
      previewed: number | null;
      requestKey: string;
    }) => Promise<Operation>;
  };
  resolve: { mutate: (input: { conversationId: number }) => Promise<void> };
};

export const reviewActions = (api: Api): ReviewActions => (api as unknown as { review: ReviewActions }).review;
