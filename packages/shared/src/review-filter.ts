import type { Status } from './conversation.ts';
import { smsReasons, type SmsReason } from './sms-errors.ts';

/** What a conversation can be filtered by: everything but what is gone. */
export type ReviewStatus = Exclude<Status, 'removed'>;
export const reviewStatuses = ['needsMessage', 'messaged', 'needsResponse', 'convo', 'closed'] as const;

/** Which conversations are wanted. What is absent leaves nobody out; several values of one field are alternatives. */
export type ReviewFilter = {
  readonly campaigns?: readonly number[];
  /** With `unassigned` too: theirs or nobody's. */
  readonly texters?: readonly number[];
  readonly unassigned?: true;
  readonly statuses?: readonly ReviewStatus[];
  readonly tags?: readonly number[];
  readonly operator?: 'agents' | 'assistant';
  readonly escalated?: boolean;
  readonly optedOut?: boolean;
  readonly needsAttention?: boolean;
  readonly likelyOptOut?: boolean;
  /** Absent: active campaigns only. */
  readonly archived?: 'include' | 'only';
  /** One of our messages did not arrive: whyever, or for this reason. */
  readonly deliveryError?: 'any' | SmsReason;
  /** When the last message of either side was, ms: from and including, up to and not including. */
  readonly from?: number;
  readonly to?: number;
  /** A name, the beginnings of its parts, or digits of a phone number. */
  readonly person?: string;
  /** Words that stand in one message; "in quotes" beside each other, with * at the end of a word its beginning. */
  readonly words?: string;
};

export const reviewSorts = ['waiting', 'recent', 'name'] as const;
/** Longest waiting first, last message first, or by last name. */
export type ReviewSort = (typeof reviewSorts)[number];

/** Which conversations an action is asked for: ticked ones as far as they still match, or all that match but some. */
export type ReviewTarget = {
  readonly filter: ReviewFilter;
  readonly ids: readonly number[] | null;
  readonly except: readonly number[];
};

/** How many conversations can be ticked one by one; above that it is all that match. */
export const mostTicked = 5_000;

const lists = ['campaigns', 'texters', 'statuses', 'tags'] as const;
const facts = ['escalated', 'optedOut', 'needsAttention', 'likelyOptOut'] as const;
const texts = ['operator', 'archived', 'deliveryError', 'person', 'words'] as const;
const instants = ['from', 'to'] as const;

/** The filter as the query of an address, for a host that keeps it in its own: `statuses=needsResponse&campaigns=4,7`. */
export function writeFilter(filter: ReviewFilter): string {
  const query = new URLSearchParams();
  for (const name of lists) if (filter[name]?.length) query.set(name, filter[name].join());
  if (filter.unassigned) query.set('unassigned', 'yes');
  for (const name of facts) if (filter[name] !== undefined) query.set(name, filter[name] ? 'yes' : 'no');
  for (const name of texts) if (filter[name]) query.set(name, filter[name]);
  for (const name of instants) if (filter[name] !== undefined) query.set(name, new Date(filter[name]).toISOString());
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The way back. What cannot be understood is left out: an address may be old, or typed by hand. */
export function readFilter(text: string): ReviewFilter {
  const query = new URLSearchParams(text);
  const filter: Record<string, unknown> = {};
  for (const name of lists) {
    const values = [...new Set((query.get(name) ?? '').split(','))].filter(value =>
      name === 'statuses' ? (reviewStatuses as readonly string[]).includes(value) : /^[1-9]\d{0,14}$/.test(value),
    );
    if (values.length) filter[name] = name === 'statuses' ? values : values.map(Number);
  }
  if (query.get('unassigned') === 'yes') filter.unassigned = true;
  for (const name of facts) {
    const value = query.get(name);
    if (value === 'yes' || value === 'no') filter[name] = value === 'yes';
  }
  for (const [name, known] of [
    ['operator', ['agents', 'assistant']],
    ['archived', ['include', 'only']],
    ['deliveryError', ['any', ...smsReasons]],
  ] as const) {
    const value = query.get(name) ?? '';
    if ((known as readonly string[]).includes(value)) filter[name] = value;
  }
  for (const name of ['person', 'words']) {
    const value = query.get(name)?.trim().slice(0, 200);
    if (value) filter[name] = value;
  }
  for (const name of instants) {
    const at = Date.parse(query.get(name) ?? '');
    if (!Number.isNaN(at)) filter[name] = at;
  }
  return filter;
}
