import { id, z } from './input.ts';
import { smsReasons } from './sms-errors.ts';
import { mostTicked, reviewSorts, reviewStatuses } from './review-filter.ts';

const ids = z.array(id).check(z.minLength(1), z.maxLength(500));
const typed = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const fact = z.boolean();

/** A filter as it comes over the wire. Apart from its type, so that an element does not carry the schema along. */
export const reviewFilter = z.strictObject({
  campaigns: z.optional(ids),
  texters: z.optional(ids),
  unassigned: z.optional(z.literal(true)),
  statuses: z.optional(z.array(z.enum(reviewStatuses)).check(z.minLength(1), z.maxLength(reviewStatuses.length))),
  tags: z.optional(ids),
  operator: z.optional(z.enum(['agents', 'assistant'])),
  escalated: z.optional(fact),
  optedOut: z.optional(fact),
  needsAttention: z.optional(fact),
  likelyOptOut: z.optional(fact),
  archived: z.optional(z.enum(['include', 'only'])),
  deliveryError: z.optional(z.enum(['any', ...smsReasons])),
  from: z.optional(z.int()),
  to: z.optional(z.int()),
  person: z.optional(typed),
  words: z.optional(typed),
});

export const reviewSort = z.enum(reviewSorts);

export const reviewTarget = z.strictObject({
  filter: reviewFilter,
  ids: z.nullable(z.array(id).check(z.minLength(1), z.maxLength(mostTicked))),
  except: z.array(id).check(z.maxLength(mostTicked)),
});
