import { sql } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { Reader } from '../db/open.ts';
import type { Condition, Stretch } from './condition.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Selection } from './selections.ts';

/**
 * The conversations of an organization that a filter asks for, as a selection to be counted, listed or changed. Which
 * campaigns it is about says `campaignsOf`; those are the ones whose ids are walked.
 */
export async function matching(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  filter: ReviewFilter,
): Promise<Selection> {
  return selectionOf(await conditionsOf(read, organizationId, filter));
}

/** All conditions together, for a walk over ids. */
export function selectionOf(conditions: readonly Condition[]): Selection {
  const plain = conditions.filter(({ among }) => !among).map(({ each }) => each);
  const amongst = conditions.flatMap(({ among }) => among ?? []);
  const within = (stretch: Stretch) =>
    sql.join(
      amongst.map(among => among(stretch)),
      sql` AND `,
    );
  const concerns = plain.length ? sql.join(plain, sql` AND `) : sql`1`;
  return { concerns, leavesOut: [], ...(amongst.length ? { within } : {}) };
}
