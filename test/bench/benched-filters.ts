import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import { generatedAt, largeCampaign } from './generate.ts';

export type BenchedFilter = {
  readonly name: string;
  readonly filter: ReviewFilter;
  readonly sort: ReviewSort;
  /** Where no index and no kept count answers alone. */
  readonly walks?: true;
};

const hour = 3_600_000;

/** What conversations are reviewed by, in the orders in which they are. */
export const benchedFilters: readonly BenchedFilter[] = [
  { name: 'everything', filter: {}, sort: 'recent' },
  { name: 'everything, by name', filter: {}, sort: 'name' },
  { name: 'needs response, longest waiting', filter: { statuses: ['needsResponse'] }, sort: 'waiting' },
  { name: 'a campaign', filter: { campaigns: [largeCampaign] }, sort: 'recent' },
  {
    name: 'a campaign, needs first message',
    filter: { campaigns: [largeCampaign], statuses: ['needsMessage'] },
    sort: 'recent',
    walks: true,
  },
  { name: 'a texter', filter: { texters: [7] }, sort: 'waiting' },
  { name: 'a tag that few have', filter: { tags: [2] }, sort: 'recent' },
  { name: 'escalated', filter: { escalated: true }, sort: 'waiting' },
  { name: 'a name', filter: { person: 'first12 lastname35' }, sort: 'name' },
  { name: 'the end of a phone number', filter: { person: '55501' }, sort: 'recent' },
  {
    name: 'unassigned, of a day, by agents',
    filter: { unassigned: true, from: generatedAt - 48 * hour, to: generatedAt - 24 * hour, operator: 'agents' },
    sort: 'recent',
    walks: true,
  },
  {
    name: 'a tag, not opted out, undelivered',
    filter: { tags: [1], optedOut: false, deliveryError: 'any' },
    sort: 'waiting',
    walks: true,
  },
];

/** Words that some say, that begin so, and that stand beside each other. */
export const benchedWords: readonly BenchedFilter[] = [
  { name: 'words: parking', filter: { words: 'parking' }, sort: 'recent' },
  { name: 'words: vacat* thank', filter: { words: 'vacat* thank' }, sort: 'recent' },
  { name: 'words: "call me"', filter: { words: '"call me"', statuses: ['needsResponse'] }, sort: 'waiting' },
];
