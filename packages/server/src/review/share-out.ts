import { sql } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';

/** What a texter holds now that waits for a text, and how many conversations they will get. */
export type Share = { texterId: number; name: string; holds: number; gets: number };

/** How so many conversations are dealt out: in numbers that differ by one at most, the first texters get the surplus. */
export async function shareOut(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  texterIds: readonly number[],
  count: number,
): Promise<Share[]> {
  const [row] = await read.all<{ texters: string }>(sql`
    SELECT json_group_array(json_object('texterId', id, 'name', name, 'holds', holds)) AS texters FROM (
      SELECT u.id, u.name,
        (SELECT count(*) FROM conversations INDEXED BY conversations_held_unsent
         WHERE texter_id = u.id AND status = 1 AND texter_id IS NOT NULL) +
        (SELECT count(*) FROM conversations INDEXED BY conversations_held_unreplied
         WHERE texter_id = u.id AND status = 2 AND texter_id IS NOT NULL) AS holds
      FROM json_each(${JSON.stringify(texterIds)}) AS wanted CROSS JOIN users AS u ON u.id = wanted.value
      WHERE u.organization_id = ${organizationId} ORDER BY wanted.key)`);
  const texters = JSON.parse(row?.texters ?? '[]') as Omit<Share, 'gets'>[];
  const share = Math.floor(count / texters.length);
  const surplus = count % texters.length;
  return texters.map((texter, place) => ({ ...texter, gets: share + (place < surplus ? 1 : 0) }));
}
