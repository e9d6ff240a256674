import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { Api } from '../contract.ts';
import type { Option } from './option-search.ts';

const limit = 30;

/** Campaigns by words of their titles; archived ones where they are looked at too. */
export async function searchCampaigns(
  api: Api,
  text: string,
  archived: ReviewFilter['archived'],
  signal: AbortSignal,
): Promise<readonly Option[]> {
  const found = await api.campaigns.search.query({ text, ...(archived && { archived }), limit }, { signal });
  return found.map(({ id, title }) => ({ id, name: title }));
}

export const searchTexters = (api: Api, text: string, signal: AbortSignal): Promise<readonly Option[]> =>
  api.texters.search.query({ text, limit }, { signal });

/** Tags are few: all are asked for, and looked through here. */
export async function searchTags(api: Api, text: string, signal: AbortSignal): Promise<readonly Option[]> {
  const words = text.toLowerCase();
  const found = await api.tags.list.query(undefined, { signal });
  return found.filter(({ name }) => name.toLowerCase().includes(words));
}
