import { sql } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';

/** Initial messages of the campaign that have not left yet and were written since then. There are never many. */
export async function queuedInitials(db: Pick<Reader, 'all'>, campaignId: number, since = 0): Promise<number> {
  const [row] = await db.all<{ count: number }>(sql`
    SELECT
      (SELECT count(*) FROM messages INDEXED BY messages_queued
        WHERE campaign_id = ${campaignId} AND send_status = 1 AND initial_of_pass IS NOT NULL AND created_at >= ${since})
      + (SELECT count(*) FROM messages INDEXED BY messages_held
        WHERE campaign_id = ${campaignId} AND send_status = 0 AND initial_of_pass IS NOT NULL AND created_at >= ${since})
      + (SELECT count(*) FROM messages INDEXED BY messages_waiting
        WHERE campaign_id = ${campaignId} AND send_status = -1 AND initial_of_pass IS NOT NULL AND created_at >= ${since})
      AS count`);
  return row?.count ?? 0;
}

/** Initial messages of the campaign that were written since then, whatever became of them. */
export async function initialsSince(db: Pick<Reader, 'all'>, campaignId: number, since: number): Promise<number> {
  const [row] = await db.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM messages INDEXED BY messages_initials
    WHERE campaign_id = ${campaignId} AND created_at >= ${since} AND initial_of_pass IS NOT NULL`);
  return row?.count ?? 0;
}
