import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import { generatedAt, largeCampaign } from './generate.ts';

export type BenchedFilter = {
  readonly name: string;
  readonly filter: ReviewFilter;
  readonly sort: ReviewSort;
  /** By what it is found: an index or a kept count, a walk over rows, or full text. */
  readonly by: 'index' | 'walk' | 'full text';
};

const hour = 3_600_000;

/** What conversations are reviewed by, in the orders in which they are. */
export const benchedFilters: readonly BenchedFilter[] = [
  { name: 'everything', filter: {}, sort: 'recent', by: 'index' },
  { name: 'everything, by name', filter: {}, sort: 'name', by: 'index' },
  { name: 'needs response, longest waiting', filter: { statuses: ['needsResponse'] }, sort: 'waiting', by: 'index' },
  { name: 'a campaign', filter: { campaigns: [largeCampaign] }, sort: 'recent', by: 'index' },
  {
    name: 'a campaign, needs first message',
    filter: { campaigns: [largeCampaign], statuses: ['needsMessage'] },
    sort: 'recent',
    by: 'walk',
  },
  { name: 'a texter', filter: { texters: [7] }, sort: 'waiting', by: 'index' },
  { name: 'a tag that few have', filter: { tags: [2] }, sort: 'recent', by: 'index' },
  { name: 'escalated', filter: { escalated: true }, sort: 'waiting', by: 'walk' },
  { name: 'a name', filter: { person: 'first12 lastname35' }, sort: 'name', by: 'full text' },
  { name: 'the end of a phone number', filter: { person: '55501' }, sort: 'recent', by: 'index' },
  {
    name: 'unassigned, of a day, by agents',
    filter: { unassigned: true, from: generatedAt - 48 * hour, to: generatedAt - 24 * hour, operator: 'agents' },
    sort: 'recent',
    by: 'walk',
  },
  {
    name: 'a tag, not opted out, undelivered',
    filter: { tags: [1], optedOut: false, deliveryError: 'any' },
    sort: 'waiting',
    by: 'walk',
  },
];

/** Words that some say, that begin so, and that stand beside each other. */
export const benchedWords: readonly BenchedFilter[] = [
  { name: 'words: parking', filter: { words: 'parking' }, sort: 'recent', by: 'full text' },
  { name: 'words: vacat* thank', filter: { words: 'vacat* thank' }, sort: 'recent', by: 'full text' },
  {
    name: 'words: "call me"',
    filter: { words: '"call me"', statuses: ['needsResponse'] },
    sort: 'waiting',
    by: 'full text',
  },
];
