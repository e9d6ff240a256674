import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { sendStatusNumber } from '../db/columns.ts';
import { moveMessageCounts } from './move-message-counts.ts';

const moves = {
  hold: { from: 'queued', to: 'held', index: 'messages_queued' },
  resume: { from: 'held', to: 'queued', index: 'messages_held' },
} as const;

/**
 * An archived campaign sends nothing: what is queued is held, and queued again when it comes back. Deals with the next
 * `size` messages behind the cursor; null when there are none.
 */
export async function moveHeldMessages(
  tx: Transaction,
  direction: 'hold' | 'resume',
  campaignId: number,
  cursor: number,
  size: number,
): Promise<{ cursor: number; changed: number } | null> {
  const { from, to, index } = moves[direction];
  const before = sql.raw(`send_status = ${sendStatusNumber[from]}`);
  const next = sql`
    SELECT id FROM messages INDEXED BY ${sql.identifier(index)}
    WHERE campaign_id = ${campaignId} AND ${before} AND id > ${cursor} ORDER BY id LIMIT ${size}`;
  const [last] = await tx.all<{ id: number | null }>(sql`SELECT max(id) AS id FROM (${next})`);
  if (last?.id == null) return null;
  const { rowsAffected } = await tx.run(sql`
    UPDATE messages SET send_status = ${sendStatusNumber[to]}
    WHERE id IN (SELECT id FROM messages INDEXED BY ${sql.identifier(index)}
      WHERE campaign_id = ${campaignId} AND ${before} AND id > ${cursor} AND id <= ${last.id})`);
  await moveMessageCounts(tx, campaignId, [
    { inbound: false, sendStatus: from, errorCode: 0, by: -rowsAffected },
    { inbound: false, sendStatus: to, errorCode: 0, by: rowsAffected },
  ]);
  return { cursor: last.id, changed: rowsAffected };
}
