import { sql, type SQL } from 'drizzle-orm';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import { sendStatusNumber } from '../db/columns.ts';
import type { Transaction } from '../db/open.ts';
import { moveMessageCounts } from './move-message-counts.ts';

const unsent = ['waiting', 'held', 'queued'] as const satisfies readonly SendStatus[];

/** What `cancelMessages` does to one conversation, for many of one campaign at once; `which` selects them. */
export async function cancelMessagesOf(tx: Transaction, campaignId: number, which: SQL): Promise<void> {
  if (!(await anyWaits(tx, campaignId))) return;
  const waiting = sql`conversation_id IN (SELECT id FROM conversations NOT INDEXED WHERE ${which})
    AND send_status BETWEEN ${sendStatusNumber.waiting} AND ${sendStatusNumber.queued}`;
  const groups = await tx.all<{ status: number; errorCode: number; count: number }>(sql`
    SELECT send_status AS status, ifnull(error_code, 0) AS errorCode, count(*) AS count
    FROM messages INDEXED BY messages_conversation WHERE ${waiting} GROUP BY 1, 2`);
  if (groups.length === 0) return;
  await tx.run(sql`
    UPDATE messages INDEXED BY messages_conversation
    SET send_status = ${sendStatusNumber.cancelled}, error_code = NULL, due_at = NULL WHERE ${waiting}`);
  const moves = groups.flatMap(({ status, errorCode, count }) => {
    const sendStatus = unsent.find(word => sendStatusNumber[word] === status)!;
    return [
      { inbound: false, sendStatus, errorCode, by: -count },
      { inbound: false, sendStatus: 'cancelled' as const, errorCode: 0, by: count },
    ];
  });
  await moveMessageCounts(tx, campaignId, moves);
}

/** By the small indexes of what has not left: most often that is nothing, and no conversation has to be looked at. */
async function anyWaits(tx: Transaction, campaignId: number): Promise<boolean> {
  const [row] = await tx.all<{ any: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM messages INDEXED BY messages_queued WHERE campaign_id = ${campaignId} AND send_status = 1)
      OR EXISTS (SELECT 1 FROM messages INDEXED BY messages_held WHERE campaign_id = ${campaignId} AND send_status = 0)
      OR EXISTS (SELECT 1 FROM messages INDEXED BY messages_waiting WHERE campaign_id = ${campaignId} AND send_status = -1)
      AS "any"`);
  return row?.any === 1;
}
