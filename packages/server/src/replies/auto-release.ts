import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { selected, unreplied } from '../conversations/selections.ts';
import type { Reader } from '../db/open.ts';
import { startedBefore, startOperation } from '../operations/start-operation.ts';
import type { World } from '../world.ts';

type Due = { id: number; organizationId: number; idleMinutes: number };

/**
 * Releases replies that have waited too long, in campaigns that want it: the action that an admin runs by hand, by nobody, and
 * only where there is something to release. Of several servers one starts it, by the name that the minute gives to the run.
 */
export async function autoRelease(world: World): Promise<void> {
  const { db, now: clock, bus } = world;
  let started = 0;
  for (const { id: campaignId, organizationId, idleMinutes } of await wanted(db.read)) {
    const now = clock();
    const total = await waitingTooLong(db.read, campaignId, now - idleMinutes * 60_000);
    await breathe();
    if (total === 0) continue;
    const requestKey = `auto-release ${campaignId} ${Math.floor(now / 60_000)}`;
    const isNew = await db.write(async tx => {
      if (await startedBefore(tx, organizationId, requestKey)) return false;
      if (await isRunning(tx, campaignId)) return false;
      const start = { kind: 'releaseUnreplied', campaignId, input: { idleMinutes }, total, requestKey } as const;
      await startOperation(tx, { session: { organizationId, userId: null }, now: () => now }, start);
      return true;
    });
    if (isNew) started++;
  }
  if (started > 0) bus.poke();
}

/** Active campaigns with automatic release in which, by the kept count, a texter holds a reply. */
const wanted = (read: Reader): Promise<Due[]> =>
  read.all<Due>(sql`
    SELECT p.id, p.organization_id AS organizationId, p.auto_release_minutes AS idleMinutes
    FROM campaigns AS p INDEXED BY campaigns_auto_release
    CROSS JOIN campaign_counts AS n ON n.campaign_id = p.id
    WHERE p.auto_release_minutes IS NOT NULL AND p.archived_at IS NULL AND p.launched_at IS NOT NULL
      AND n.assigned_unreplied > 0 ORDER BY p.id`);

/** How many the action will select: through the index of those that are engaged, not by walking the campaign. */
async function waitingTooLong(read: Reader, campaignId: number, before: number): Promise<number> {
  const [row] = await read.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM conversations INDEXED BY conversations_engaged
    WHERE campaign_id = ${campaignId} AND status > 1 AND ${selected(unreplied(before))}`);
  return row?.count ?? 0;
}

async function isRunning(tx: Pick<Reader, 'all'>, campaignId: number): Promise<boolean> {
  const [running] = await tx.all(sql`
    SELECT 1 FROM operations INDEXED BY operations_running
    WHERE state = 'running' AND campaign_id = ${campaignId} AND kind = 'releaseUnreplied' LIMIT 1`);
  return running !== undefined;
}
