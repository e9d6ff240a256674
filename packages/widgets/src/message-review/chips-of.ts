import type { WordKey } from '@campaign-kit/shared/words/en';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { Voice } from '../parts/voice.ts';
import { changeFilter, type FilterChange } from './change-filter.ts';
import { dayOf, lastDayBefore, writtenDay } from './zoned-day.ts';

/** What people call the campaigns, texters and tags of a filter, by id. */
export type Names = Record<'campaigns' | 'texters' | 'tags', ReadonlyMap<number, string>>;
export type Chip = { key: string; text: string; without: ReviewFilter };

/** Up to so many values of one field each have a chip of their own. */
const mostApart = 3;

const lists = [
  ['campaigns', 'review.campaign', 'review.campaignCount'],
  ['texters', 'review.texter', 'review.texterCount'],
  ['tags', 'review.tag', 'review.tagCount'],
] as const;

/** The facts that are asked with yes or no, and what they are called. */
export const facts = [
  ['escalated', 'leftOut.escalated'],
  ['optedOut', 'leftOut.optedOut'],
  ['needsAttention', 'texting.needsAttention'],
  ['likelyOptOut', 'texting.flag.likely'],
] as const;

/** What a filter says, one by one, each with the filter that it would be without it. */
export function chipsOf(voice: Voice, filter: ReviewFilter, names: Names): Chip[] {
  const chips: Chip[] = [];
  const add = (key: string, text: string, change: FilterChange) =>
    chips.push({ key, text, without: changeFilter(filter, change) });
  const say = (field: WordKey, text: string) => voice.say('review.chip', { field: voice.say(field), text });

  if (filter.person) add('person', say('review.person', filter.person), { person: undefined });
  if (filter.words) add('words', say('review.words', filter.words), { words: undefined });
  for (const status of filter.statuses ?? []) {
    const statuses = filter.statuses?.filter(one => one !== status);
    add(`status ${status}`, voice.say(`conversations.status.${status}`), { statuses });
  }
  if (filter.unassigned) add('unassigned', voice.say('conversations.unassigned'), { unassigned: undefined });
  for (const [field, one, many] of lists) {
    const ids = filter[field] ?? [];
    if (ids.length > mostApart) add(field, voice.say(many, { count: ids.length }), { [field]: undefined });
    else {
      for (const id of ids) {
        const name = names[field].get(id) ?? `#${id}`;
        add(`${field} ${id}`, voice.say(one, { name }), { [field]: ids.filter(other => other !== id) });
      }
    }
  }
  const { operator, archived, deliveryError, from, to } = filter;
  if (operator) {
    const who = voice.say(operator === 'agents' ? 'review.agents' : 'texting.assistant');
    add('operator', say('review.operator', who), { operator: undefined });
  }
  for (const [fact, word] of facts) {
    const holds = filter[fact];
    if (holds !== undefined)
      add(fact, holds ? voice.say(word) : say(word, voice.say('review.no')), { [fact]: undefined });
  }
  if (archived) {
    const how = voice.say(archived === 'only' ? 'review.archivedOnly' : 'review.archivedToo');
    add('archived', say('review.archived', how), { archived: undefined });
  }
  if (deliveryError) {
    add('deliveryError', say('review.deliveryError', errorName(voice, deliveryError)), { deliveryError: undefined });
  }
  const { timeZone } = voice;
  if (from !== undefined) {
    add('from', say('review.from', writtenDay(voice, dayOf(from, timeZone))), { from: undefined });
  }
  if (to !== undefined) add('to', say('review.to', writtenDay(voice, lastDayBefore(to, timeZone))), { to: undefined });
  return chips;
}

/** Why a text did not arrive, as a thing to choose and no sentence. */
export const errorName = (voice: Voice, error: NonNullable<ReviewFilter['deliveryError']>): string =>
  error === 'any' ? voice.say('review.anyError') : voice.say(`smsError.${error}`).replace(/[.。]$/, '');
