import { sql, type SQL } from 'drizzle-orm';
import { windowOf } from '../messages/queue-text.ts';
import type { Reader } from '../db/open.ts';

export type Kind = 'unsent' | 'unreplied';

/** A campaign whose pool this texter may be given from, and the zones in which it may be texted now. */
export type Pool = {
  readonly campaignId: number;
  readonly priority: number;
  /** Zones of the people in its pool: where texting is allowed now, and where it is not. */
  readonly zones: readonly number[];
  readonly closed: readonly number[];
  /** When the first of the closed ones opens. */
  readonly opensAt: number | null;
};

/** Why there is nothing, the first that holds: for the form to say. */
export type WhyNothing = 'noCampaign' | 'autoAssignOff' | 'paused' | 'pastDue' | 'outsideHours' | 'nothingLeft';

type Row = {
  id: number;
  autoAssign: number;
  paused: number;
  past: number;
  priority: number;
  timeZone: string;
  textingFromMinute: number;
  textingToMinute: number;
};

export const pooled = {
  unsent: sql`status = 1 AND texter_id IS NULL AND opted_out = 0 AND escalated = 0`,
  unreplied: sql`status = 2 AND texter_id IS NULL AND opted_out = 0 AND escalated = 0`,
} as const satisfies Record<Kind, SQL>;

type Asked = { organizationId: number; userId: number; kind: Kind; now: number };

/**
 * The pools that a texter may draw from, in the order in which they are offered: by the priority of their teams, then the
 * oldest first. A campaign with teams is for their members only.
 */
export async function poolsFor(
  db: Pick<Reader, 'all'>,
  { organizationId, userId, kind, now }: Asked,
): Promise<{ pools: Pool[]; why: WhyNothing }> {
  const rows = await db.all<Row>(sql`
    SELECT p.id, p.auto_assign AS autoAssign, p.sending_paused_at IS NOT NULL AS paused,
      ifnull(p.due_at <= ${now}, 0) AS past, p.time_zone AS timeZone,
      p.texting_from_minute AS textingFromMinute, p.texting_to_minute AS textingToMinute,
      ifnull((SELECT max(t.priority) FROM campaign_teams AS ct
        JOIN team_members AS tm ON tm.team_id = ct.team_id AND tm.user_id = ${userId}
        JOIN teams AS t ON t.id = ct.team_id WHERE ct.campaign_id = p.id), 0) AS priority
    FROM campaigns AS p INDEXED BY campaigns_organization
    WHERE p.organization_id = ${organizationId} AND p.archived_at IS NULL AND p.launched_at IS NOT NULL
      AND (NOT EXISTS (SELECT 1 FROM campaign_teams WHERE campaign_id = p.id)
        OR EXISTS (SELECT 1 FROM campaign_teams AS ct JOIN team_members AS tm
          ON tm.team_id = ct.team_id AND tm.user_id = ${userId} WHERE ct.campaign_id = p.id))
    ORDER BY priority DESC, p.id`);
  const zonesOf = await zonesInPools(
    db,
    kind,
    rows.map(({ id }) => id),
  );
  const pools: Pool[] = [];
  const seen = { off: false, paused: false, past: false, closed: false };
  for (const row of rows) {
    const zones = zonesOf.get(row.id);
    if (!zones) continue;
    if (!row.autoAssign) seen.off = true;
    else if (row.paused) seen.paused = true;
    else if (kind === 'unsent' && row.past) seen.past = true;
    else {
      const windows = zones.map(zone => ({ zone, window: windowOf(row, zone, now) }));
      const opens = windows.flatMap(({ window }) => (window.open ? [] : [window.from ?? Infinity]));
      const pool = {
        campaignId: row.id,
        priority: row.priority,
        zones: windows.filter(({ window }) => window.open).map(({ zone }) => zone),
        closed: windows.filter(({ window }) => !window.open).map(({ zone }) => zone),
        opensAt: opens.length > 0 && Math.min(...opens) < Infinity ? Math.min(...opens) : null,
      };
      seen.closed ||= pool.closed.length > 0;
      pools.push(pool);
    }
  }
  return { pools, why: whyNothing(rows.length, seen) };
}

function whyNothing(
  campaigns: number,
  seen: { off: boolean; paused: boolean; past: boolean; closed: boolean },
): WhyNothing {
  if (campaigns === 0) return 'noCampaign';
  if (seen.closed) return 'outsideHours';
  if (seen.off) return 'autoAssignOff';
  if (seen.paused) return 'paused';
  return seen.past ? 'pastDue' : 'nothingLeft';
}

/** The zones of the people in a campaign's pool. */
export const zonesInPool = async (db: Pick<Reader, 'all'>, kind: Kind, campaignId: number): Promise<number[]> =>
  (await zonesInPools(db, kind, [campaignId])).get(campaignId) ?? [];

/** The same of many, in one statement: from one zone to the next through the index. Replies stand there in another order. */
async function zonesInPools(
  db: Pick<Reader, 'all'>,
  kind: Kind,
  campaignIds: readonly number[],
): Promise<ReadonlyMap<number, number[]>> {
  const ids = JSON.stringify(campaignIds);
  const next = (campaignId: SQL, than: SQL) => sql`
    SELECT min(zone) FROM conversations INDEXED BY conversations_pool_unsent
    WHERE campaign_id = ${campaignId} AND ${pooled.unsent} AND zone > ${than}`;
  const all =
    kind === 'unsent'
      ? sql`WITH RECURSIVE z(campaignId, zone) AS (
            SELECT value, (${next(sql`value`, sql`-1`)}) FROM json_each(${ids})
            UNION ALL SELECT campaignId, (${next(sql`z.campaignId`, sql`z.zone`)}) FROM z WHERE zone IS NOT NULL)
          SELECT campaignId, zone FROM z WHERE zone IS NOT NULL`
      : sql`SELECT DISTINCT campaign_id AS campaignId, zone FROM conversations INDEXED BY conversations_pool_unreplied
          WHERE campaign_id IN (SELECT value FROM json_each(${ids})) AND ${pooled.unreplied}`;
  const found = new Map<number, number[]>();
  for (const { campaignId, zone } of await db.all<{ campaignId: number; zone: number }>(all)) {
    const id = Math.trunc(campaignId);
    found.set(id, [...(found.get(id) ?? []), Math.trunc(zone)]);
  }
  return found;
}
