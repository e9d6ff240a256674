import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { Api } from '../contract.ts';

type Counts = {
  count: { query: (input: { filter: ReviewFilter }, options?: { signal?: AbortSignal }) => Promise<{ count: number }> };
};

/** The part of the server that says how many match. */
export const reviewActions = (api: Api): Counts => (api as unknown as { review: Counts }).review;
