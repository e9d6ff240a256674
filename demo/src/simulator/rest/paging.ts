import { TwilioError } from '../twilio-error.ts';

/** One page of a list, and the queries of the pages around it. */
export type Page<T> = {
  items: readonly T[];
  number: number;
  size: number;
  start: number;
  /** Query strings without the question mark; null where there is no such page. */
  own: string;
  first: string;
  previous: string | null;
  next: string | null;
};

const [usualSize, mostSize] = [50, 1_000];

/** Cuts a list by `PageSize` and `PageToken`. A token names the item that the page begins after, or ends before: new items shift nothing. */
export function pageOf<T extends { sid: string }>(all: readonly T[], query: URLSearchParams): Page<T> {
  const asked = Number(query.get('PageSize') ?? usualSize);
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, mostSize) : usualSize;
  const token = query.get('PageToken');
  const number = token ? Math.max(0, Number(query.get('Page')) || 0) : 0;
  const start = startOf(all, token, size);
  const items = all.slice(start, start + size);
  const to = (page: number, pageToken: string | null) => {
    const changed = new URLSearchParams(query);
    changed.set('PageSize', String(size));
    changed.set('Page', String(page));
    if (pageToken === null) changed.delete('PageToken');
    else changed.set('PageToken', pageToken);
    return changed.toString();
  };
  const [firstItem, lastItem] = [items[0], items.at(-1)];
  return {
    items,
    number,
    size,
    start: number * size,
    own: to(number, token),
    first: to(0, null),
    previous: number > 0 && firstItem ? to(number - 1, `PB${firstItem.sid}`) : null,
    next: start + size < all.length && lastItem ? to(number + 1, `PA${lastItem.sid}`) : null,
  };
}

function startOf(all: readonly { sid: string }[], token: string | null, size: number): number {
  if (!token) return 0;
  const at = all.findIndex(({ sid }) => sid === token.slice(2));
  if (at < 0 || !/^P[AB]/.test(token)) throw new TwilioError(21481);
  return token.startsWith('PA') ? at + 1 : Math.max(0, at - size);
}

/** The envelope of a list of the API of 2010. */
export function listOf2010<T>(path: string, page: Page<{ sid: string }>, name: string, items: readonly T[]): object {
  const uri = (query: string | null) => (query === null ? null : `${path}?${query}`);
  return {
    first_page_uri: uri(page.first),
    end: page.start + Math.max(0, items.length - 1),
    previous_page_uri: uri(page.previous),
    [name]: items,
    uri: uri(page.own),
    page_size: page.size,
    start: page.start,
    next_page_uri: uri(page.next),
    page: page.number,
  };
}

/** The envelope of a list of the newer APIs. */
export function listOfV1<T>(address: string, page: Page<{ sid: string }>, key: string, items: readonly T[]): object {
  const url = (query: string | null) => (query === null ? null : `${address}?${query}`);
  return {
    meta: {
      page: page.number,
      page_size: page.size,
      first_page_url: url(page.first),
      previous_page_url: url(page.previous),
      url: url(page.own),
      next_page_url: url(page.next),
      key,
    },
    [key]: items,
  };
}
