import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import type { SignedIn } from '../trpc/context.ts';
import { describeRows, type ReviewRow } from './describe-rows.ts';
import { readPlace, writePlace } from './place.ts';
import { places } from './places.ts';
import { soughtBy } from './sought.ts';

type Asked = { filter: ReviewFilter; sort: ReviewSort; after: string | null; limit: number };

/** A page of the conversations of a filter. `next` is the `after` of the next page; null at the end. */
export async function list(
  { db, session }: SignedIn,
  { filter, sort, after, limit }: Asked,
): Promise<{ rows: ReviewRow[]; next: string | null }> {
  const { organizationId } = session;
  const behind = after === null ? null : readPlace(after, sort);
  const sought = await soughtBy(db.read, organizationId, filter);
  const found = await places(sought, sort, behind, limit + 1);
  const shown = found.slice(0, limit);
  const rows = await describeRows(
    db.read,
    organizationId,
    shown.map(([, , , id]) => id),
  );
  const last = shown.at(-1);
  return { rows, next: found.length > limit && last ? writePlace(last) : null };
}
