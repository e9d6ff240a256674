import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ZoneCount } from '@campaign-kit/shared/forecast';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Reader } from '../db/open.ts';
import { windowOf } from '../messages/queue-text.ts';
import { pooled, zonesInPool } from '../requests/pools.ts';

const countedAtOnce = 50_000;

/** How many people of each zone wait in the campaign's pool for their first message; counted in stretches of some ms. */
export async function countPoolByZone(read: Reader, campaignId: number): Promise<ZoneCount[]> {
  const counts: ZoneCount[] = [];
  for (const zone of await zonesInPool(read, 'unsent', campaignId)) {
    let [count, last] = [0, 0];
    for (;;) {
      const [found] = await read.all<{ count: number; last: number | null }>(sql`
        SELECT count(*) AS count, max(id) AS last FROM (
          SELECT id FROM conversations INDEXED BY conversations_pool_unsent
          WHERE campaign_id = ${campaignId} AND zone = ${zone} AND ${pooled.unsent} AND id > ${last}
          ORDER BY id LIMIT ${countedAtOnce})`);
      count += found?.count ?? 0;
      if (!found || found.last === null || found.count < countedAtOnce) break;
      last = found.last;
      await breathe();
    }
    counts.push({ zone, count });
  }
  return counts;
}

/** Those of the zones in which the campaign may text now, the one that closes first at the front; and when the next opens. */
export function openZones(campaign: Campaign, zones: readonly number[], now: number) {
  const windows = zones.map(zone => ({ zone, window: windowOf(campaign, zone, now) }));
  const open = windows.flatMap(({ zone, window }) => (window.open ? [{ zone, until: window.until }] : []));
  const opens = windows.flatMap(({ window }) => (window.open || window.from === null ? [] : [window.from]));
  return {
    open: open.sort((a, b) => a.until - b.until).map(({ zone }) => zone),
    opensAt: opens.length > 0 ? Math.min(...opens) : null,
  };
}
