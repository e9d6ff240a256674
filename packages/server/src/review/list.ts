import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import type { SignedIn } from '../trpc/context.ts';
import { describeRows, type ReviewRow } from './describe-rows.ts';
import { keptCount } from './kept-count.ts';
import { readPlace, writePlace } from './place.ts';
import { places } from './places.ts';
import { soughtBy } from './sought.ts';

type Asked = { filter: ReviewFilter; sort: ReviewSort; after: string | null; limit: number };

/**
 * A page of the conversations of a filter. `next` is the `after` of the next page; null at the end. The first page has the
 * exact `count` of all where it is known by then; null where it has to be asked for.
 */
export async function list(
  { db, session }: SignedIn,
  { filter, sort, after, limit }: Asked,
): Promise<{ rows: ReviewRow[]; next: string | null; count: number | null }> {
  const { organizationId } = session;
  const behind = after === null ? null : readPlace(after, sort);
  const kept = behind ? null : await keptCount(db.read, organizationId, filter);
  const sought = await soughtBy(db.read, organizationId, filter);
  const found = await places(sought, sort, { after: behind, most: limit + 1, counts: !behind && kept === null });
  const shown = found.places.slice(0, limit);
  const rows = await describeRows(
    db.read,
    organizationId,
    shown.map(([, , , id]) => id),
  );
  const last = shown.at(-1);
  const next = found.places.length > limit && last ? writePlace(last) : null;
  const all = behind || next ? found.count : rows.length;
  return { rows, next, count: kept ?? all };
}
