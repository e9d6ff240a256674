import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { World } from '../world.ts';
import { priority } from '../db/open.ts';
import { moveHeldMessages } from './hold-messages.ts';
import { moveMessageCounts } from './move-message-counts.ts';

const atOnce = 1_000;

/** Messages whose hour has come, or whose next try is due, join the queue; so do those that a pause or an archive held. */
export async function releaseWaiting(world: World): Promise<void> {
  let released = 0;
  while (await releaseDue(world)) {
    released++;
    await breathe();
  }
  for (const { id } of await goingCampaigns(world)) {
    let cursor = 0;
    for (;;) {
      const moved = await world.db.write(tx => moveHeldMessages(tx, 'resume', id, cursor, atOnce), priority.bulk);
      if (!moved) break;
      ({ cursor } = moved);
      released++;
      await breathe();
    }
  }
  if (released > 0) world.bus.poke();
}

/** Whether there may be more. */
async function releaseDue({ db, now: clock }: World): Promise<boolean> {
  const now = clock();
  return db.write(async tx => {
    const due = await tx.all<{ id: number; campaignId: number }>(sql`
      SELECT id, campaign_id AS campaignId FROM messages INDEXED BY messages_due
      WHERE send_status = -1 AND send_status < 0 AND due_at <= ${now} ORDER BY due_at LIMIT ${atOnce}`);
    if (due.length === 0) return false;
    const ids = JSON.stringify(due.map(({ id }) => id));
    await tx.run(sql`
      UPDATE messages SET send_status = 1, due_at = NULL WHERE id IN (SELECT value FROM json_each(${ids}))`);
    const each = new Map<number, number>();
    for (const { campaignId } of due) each.set(campaignId, (each.get(campaignId) ?? 0) + 1);
    for (const [campaignId, by] of each) {
      await moveMessageCounts(tx, campaignId, [
        { inbound: false, sendStatus: 'waiting', errorCode: 0, by: -by },
        { inbound: false, sendStatus: 'queued', errorCode: 0, by },
      ]);
    }
    return due.length === atOnce;
  }, priority.bulk);
}

/** Campaigns that may send and still have messages held. */
const goingCampaigns = ({ db }: World): Promise<{ id: number }[]> =>
  db.read.all<{ id: number }>(sql`
    SELECT p.id FROM organizations AS o
    CROSS JOIN campaigns AS p INDEXED BY campaigns_organization ON p.organization_id = o.id AND p.archived_at IS NULL
    WHERE p.sending_paused_at IS NULL AND EXISTS (
      SELECT 1 FROM messages AS m INDEXED BY messages_held WHERE m.campaign_id = p.id AND m.send_status = 0)`);
