import { sql } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { SignedIn } from '../trpc/context.ts';

type Named = { id: number; name: string };

export type FilterNames = {
  campaigns: { id: number; title: string; archived: boolean }[];
  texters: Named[];
  tags: Named[];
};

/** What the ids in a filter are called. Those that the organization does not have are left out. */
export async function names({ db, session }: SignedIn, { filter }: { filter: ReviewFilter }): Promise<FilterNames> {
  const { organizationId } = session;
  const isOne = (ids: readonly number[] = []) => sql`
    WHERE organization_id = ${organizationId} AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const [row] = await db.read.all<{ names: string }>(sql`
    SELECT json_object(
      'campaigns', json((SELECT json_group_array(json_object('id', id, 'title', title,
          'archived', json(iif(archived_at IS NULL, 'false', 'true')))) FROM campaigns ${isOne(filter.campaigns)})),
      'texters', json((SELECT json_group_array(json_object('id', id, 'name', name)) FROM users ${isOne(filter.texters)})),
      'tags', json((SELECT json_group_array(json_object('id', id, 'name', name)) FROM tags ${isOne(filter.tags)}))) AS names`);
  return JSON.parse(row?.names ?? '{}') as FilterNames;
}
