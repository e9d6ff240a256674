import { sql } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { SignedIn } from '../trpc/context.ts';
import { keptCount } from './kept-count.ts';
import { soughtBy } from './sought.ts';
import { walkAnyhow } from './walk.ts';

/** How many conversations a filter asks for, exactly. */
export async function count(
  { db, session }: SignedIn,
  { filter }: { filter: ReviewFilter },
): Promise<{ count: number }> {
  const { organizationId } = session;
  const kept = await keptCount(db.read, organizationId, filter);
  if (kept !== null) return { count: kept };
  const sought = await soughtBy(db.read, organizationId, filter);
  let found = 0;
  await walkAnyhow(sought, async (isSought, through) => {
    const [row] = await sought.read.all<{ rows: number }>(
      sql`SELECT count(*) AS rows FROM conversations ${through} WHERE ${isSought}`,
    );
    found += row?.rows ?? 0;
  });
  return { count: found };
}
