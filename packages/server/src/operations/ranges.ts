import { sql } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';
import type { Chunk } from '../conversations/verb.ts';

/** The stretches of ids in which these campaigns have conversations, up to `lastId`, in order. */
export async function rangesOf(read: Reader, campaignIds: readonly number[], lastId: number): Promise<Chunk[]> {
  const [row] = await read.all<{ ranges: string }>(sql`
    SELECT json_group_array(json_object('campaignId', campaign_id, 'firstId', first_id, 'lastId', last)) AS ranges FROM (
      SELECT b.campaign_id, b.first_id, min(b.next_id - 1, ${lastId}) AS last
      FROM json_each(${JSON.stringify(campaignIds)}) AS c
      JOIN conversation_blocks AS b ON b.campaign_id = c.value
      WHERE b.next_id > b.first_id AND b.first_id <= ${lastId} ORDER BY b.first_id)`);
  const ranges = JSON.parse(row?.ranges ?? '[]') as Chunk[];
  return ranges.map(range => ({ ...range, lastId: Math.trunc(range.lastId) }));
}

/** The next stretch behind the cursor, of `size` ids at most and within one campaign; null at the end. */
export function chunkAfter(ranges: readonly Chunk[], cursor: number, size: number): Chunk | null {
  const range = ranges.find(candidate => candidate.lastId > cursor);
  if (!range) return null;
  const firstId = Math.max(range.firstId, cursor + 1);
  return { campaignId: range.campaignId, firstId, lastId: Math.min(range.lastId, firstId + size - 1) };
}
