import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import { sendStatusNumber } from '../db/columns.ts';

export type MessageCountMove = { inbound: boolean; sendStatus: SendStatus; errorCode: number; by: number };

/** Moves the kept counts of messages by direction, send status and error. Inbound messages count as `delivered`. */
export async function moveMessageCounts(
  tx: Transaction,
  campaignId: number,
  moves: readonly MessageCountMove[],
): Promise<void> {
  for (const { inbound, sendStatus, errorCode, by } of moves) {
    if (by === 0) continue;
    await tx.run(sql`
      INSERT INTO message_counts (campaign_id, inbound, send_status, error_code, count)
      VALUES (${campaignId}, ${inbound ? 1 : 0}, ${sendStatusNumber[sendStatus]}, ${errorCode}, ${by})
      ON CONFLICT DO UPDATE SET count = count + excluded.count`);
  }
}
