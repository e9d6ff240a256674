import type { Conversation } from './conversation.ts';

/** The counts that are kept per campaign, by the change, in the transaction of the change. */
export const counters = [
  'needsMessage',
  'messaged',
  'needsResponse',
  'convo',
  'closed',
  'removed',
  'unmessaged',
  'marked',
  'assignedUnsent',
  'assignedUnreplied',
  'optedOut',
  'escalated',
] as const;

export type Counter = (typeof counters)[number];
export type Counts = Record<Counter, number>;

/** Which counters this conversation stands in. Kept counts are the sum of this over a campaign. */
export function countersOf(c: Conversation): Counter[] {
  if (c.status === 'removed') return ['removed'];
  const found: Counter[] = [c.status];
  const held = c.texterId !== null && !c.optedOut && !c.escalated;
  if (c.status === 'needsMessage') found.push(c.pass === 1 ? 'unmessaged' : 'marked');
  if (c.status === 'needsMessage' && held) found.push('assignedUnsent');
  if (c.status === 'needsResponse' && held) found.push('assignedUnreplied');
  if (c.optedOut) found.push('optedOut');
  if (c.escalated) found.push('escalated');
  return found;
}

/** What a change of one conversation does to the kept counts; counters that stay are absent. */
export function countDelta(before: Conversation | null, after: Conversation | null): Partial<Counts> {
  const delta: Partial<Counts> = {};
  for (const counter of before ? countersOf(before) : []) delta[counter] = (delta[counter] ?? 0) - 1;
  for (const counter of after ? countersOf(after) : []) delta[counter] = (delta[counter] ?? 0) + 1;
  for (const counter of counters) if (delta[counter] === 0) delete delta[counter];
  return delta;
}
