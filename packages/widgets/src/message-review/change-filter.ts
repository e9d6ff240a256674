import type { ReviewFilter } from '@campaign-kit/shared/review-filter';

export type FilterChange = { [K in keyof ReviewFilter]?: ReviewFilter[K] | undefined };

/** The filter with these of its fields changed; one that leaves nobody out is not there any more. */
export function changeFilter(filter: ReviewFilter, change: FilterChange): ReviewFilter {
  const entries = Object.entries({ ...filter, ...change });
  const says = (value: unknown) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(entries.filter(([, value]) => says(value)));
}

/** Puts a value into a list of alternatives, or takes it out. */
export const toggled = <T>(list: readonly T[] | undefined, value: T): T[] =>
  list?.includes(value) ? list.filter(one => one !== value) : [...(list ?? []), value];
