import { sql } from 'drizzle-orm';
import type { CountKeeper } from '../conversations/count-keeper.ts';
import { sendStatusNumber } from '../db/columns.ts';
import type { Transaction } from '../db/open.ts';
import type { Message } from './move-message.ts';

export type Moved = { readonly before: Message; readonly after: Message };

/** Writes how many messages moved on in four statements, whatever their number, and the event of each conversation. */
export async function writeMoved(
  tx: Transaction,
  moved: readonly Moved[],
  keeper: CountKeeper,
  now: number,
): Promise<void> {
  const changed = moved.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return;
  const rows = changed.map(({ after: { id, sendStatus, errorCode, dueAt, serviceSid, looks } }) => [
    id,
    sendStatusNumber[sendStatus!],
    errorCode,
    dueAt,
    serviceSid,
    looks,
  ]);
  await tx.run(sql`
    UPDATE messages SET send_status = r.send_status, error_code = r.error_code, due_at = r.due_at, service_sid = r.service_sid,
      looks = r.looks
    FROM (SELECT value ->> 0 AS id, value ->> 1 AS send_status, value ->> 2 AS error_code, value ->> 3 AS due_at,
      value ->> 4 AS service_sid, value ->> 5 AS looks FROM json_each(${JSON.stringify(rows)})) AS r
    WHERE messages.id = r.id`);
  const told = changed.filter(({ before, after }) => before.sendStatus !== after.sendStatus);
  for (const { before, after } of told) {
    keeper.moveMessages(after.campaignId, [
      { inbound: false, sendStatus: before.sendStatus!, errorCode: before.errorCode ?? 0, by: -1 },
      { inbound: false, sendStatus: after.sendStatus!, errorCode: after.errorCode ?? 0, by: 1 },
    ]);
  }
  await countDelivered(tx, told, now);
  const events = new Map(
    told.map(({ after: { organizationId, campaignId, conversationId } }) => [
      conversationId,
      [organizationId, { type: 'conversationChanged', conversationId, campaignId }],
    ]),
  );
  await tx.run(sql`
    INSERT INTO outbox (organization_id, event, created_at)
    SELECT value ->> 0, value -> 1, ${now} FROM json_each(${JSON.stringify([...events.values()])})`);
}

/** What a jump of failures is measured against. */
async function countDelivered(tx: Transaction, told: readonly Moved[], now: number): Promise<void> {
  const each = new Map<number, number>();
  for (const { after } of told) {
    if (after.sendStatus === 'delivered') each.set(after.campaignId, (each.get(after.campaignId) ?? 0) + 1);
  }
  if (each.size === 0) return;
  await tx.run(sql`
    INSERT INTO delivery_minutes (campaign_id, minute, outcome, count)
    SELECT value ->> 0, ${Math.floor(now / 60_000)}, 'ok', value ->> 1 FROM json_each(${JSON.stringify([...each])}) WHERE true
    ON CONFLICT (campaign_id, minute, outcome) DO UPDATE SET count = count + excluded.count`);
}
