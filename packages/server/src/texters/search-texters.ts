import { sql } from 'drizzle-orm';
import type { SignedIn } from '../trpc/context.ts';

export type FoundTexter = { id: number; name: string; held: number; suspended: boolean };

/** Users of the organization by a part of their name, with how many conversations of theirs wait for a text. */
export async function searchTexters(
  { session, db }: SignedIn,
  { text, limit }: { text: string; limit: number },
): Promise<FoundTexter[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const [row] = await db.read.all<{ texters: string }>(sql`
    SELECT json_group_array(json_object('id', id, 'name', name, 'held', held,
      'suspended', json(iif(suspended_at IS NULL, 'false', 'true')))) AS texters
    FROM (
      SELECT u.id, u.name, u.suspended_at,
        (SELECT count(*) FROM conversations INDEXED BY conversations_held_unsent
         WHERE texter_id = u.id AND status = 1 AND texter_id IS NOT NULL) +
        (SELECT count(*) FROM conversations INDEXED BY conversations_held_unreplied
         WHERE texter_id = u.id AND status = 2 AND texter_id IS NOT NULL) AS held
      FROM users AS u
      WHERE u.organization_id = ${session.organizationId} AND u.name LIKE ${pattern} ESCAPE '\\'
      ORDER BY u.name, u.id LIMIT ${limit}
    )`);
  return JSON.parse(row?.texters ?? '[]') as FoundTexter[];
}
