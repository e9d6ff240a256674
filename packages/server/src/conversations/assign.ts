import { sql, type SQL } from 'drizzle-orm';
import { dealOut } from './deal-out.ts';
import type { Verb } from './verb.ts';

/** Deals conversations of the pool out to the texters: evenly, in blocks of neighbours. `dealt` is how many went out before this chunk. */
export const assignUnsent = (texterIds: readonly number[], dealt: number): Verb => ({
  change: async (tx, where, { campaignId }) => {
    const [found] = await tx.all<{ ids: string }>(sql`
      SELECT json_group_array(id) AS ids FROM conversations INDEXED BY conversations_pool_unsent
      WHERE ${where} AND ${pooled} AND zone IN (${zonesOf(campaignId)})`);
    const ids = JSON.parse(found?.ids ?? '[]') as number[];
    ids.sort((a, b) => a - b);
    return dealOut(ids, texterIds, dealt);
  },
  each: { assignedUnsent: 1 },
});

/** The words of the pool's index. With each zone named it is read by ranges of ids. */
const pooled = sql`status = 1 AND texter_id IS NULL AND opted_out = 0 AND escalated = 0`;

/** The zones in the pool, from one to the next through the index. */
function zonesOf(campaignId: number): SQL {
  const next = (than: SQL) => sql`
    SELECT min(zone) FROM conversations INDEXED BY conversations_pool_unsent
    WHERE campaign_id = ${campaignId} AND ${pooled} AND zone > ${than}`;
  return sql`
    WITH RECURSIVE z(zone) AS (${next(sql`-1`)} UNION ALL SELECT (${next(sql`z.zone`)}) FROM z WHERE z.zone IS NOT NULL)
    SELECT zone FROM z WHERE zone IS NOT NULL`;
}
