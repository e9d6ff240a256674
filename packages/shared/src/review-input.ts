import { id, z } from './input.ts';
import { smsReasons } from './sms-errors.ts';
import { mostTicked, reviewSorts, reviewStatuses } from './review-filter.ts';

const ids = z.readonly(z.array(id).check(z.minLength(1), z.maxLength(500)));
const typed = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const fact = z.boolean();

/** A filter as it comes over the wire. Apart from its type, so that an element does not carry the schema along. */
export const reviewFilter = z.strictObject({
  campaigns: z.exactOptional(ids),
  texters: z.exactOptional(ids),
  unassigned: z.exactOptional(z.literal(true)),
  statuses: z.exactOptional(
    z.readonly(z.array(z.enum(reviewStatuses)).check(z.minLength(1), z.maxLength(reviewStatuses.length))),
  ),
  tags: z.exactOptional(ids),
  operator: z.exactOptional(z.enum(['agents', 'assistant'])),
  escalated: z.exactOptional(fact),
  optedOut: z.exactOptional(fact),
  needsAttention: z.exactOptional(fact),
  likelyOptOut: z.exactOptional(fact),
  archived: z.exactOptional(z.enum(['include', 'only'])),
  deliveryError: z.exactOptional(z.enum(['any', ...smsReasons])),
  from: z.exactOptional(z.int()),
  to: z.exactOptional(z.int()),
  person: z.exactOptional(typed),
  words: z.exactOptional(typed),
});

export const reviewSort = z.enum(reviewSorts);

export const reviewTarget = z.strictObject({
  filter: reviewFilter,
  ids: z.nullable(z.readonly(z.array(id).check(z.minLength(1), z.maxLength(mostTicked)))),
  except: z.readonly(z.array(id).check(z.maxLength(mostTicked))),
});
