import { sql, type SQL } from 'drizzle-orm';
import { moveCounts } from '../conversations/move-counts.ts';
import type { Transaction } from '../db/open.ts';
import { emit } from '../realtime/emit.ts';
import { poolsFor, pooled, type Kind, type Pool, type WhyNothing } from './pools.ts';

export type Given = { readonly given: number; readonly why: WhyNothing | null };

type Asked = { organizationId: number; userId: number; kind: Kind; count: number; now: number };

/**
 * Gives a texter so many conversations of one kind out of the pool, from several campaigns if need be, and never of another
 * kind. In one write transaction: two texters cannot get the same one.
 */
export async function assignFromPool(tx: Transaction, asked: Asked): Promise<Given> {
  const { organizationId, userId, kind, count, now } = asked;
  const { pools, why } = await poolsFor(tx, asked);
  const openPools = pools.filter(({ zones }) => zones.length > 0);
  const taken = kind === 'unsent' ? await takeUnsent(tx, openPools, count) : await takeUnreplied(tx, openPools, count);
  let given = 0;
  for (const [campaignId, ids] of taken) {
    const { rowsAffected } = await tx.run(sql`
      UPDATE conversations SET texter_id = ${userId}, operation_id = NULL, before_texter_id = NULL, before_status = NULL,
        before_pass = NULL, before_operation_id = NULL
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND texter_id IS NULL`);
    given += rowsAffected;
    await moveCounts(tx, campaignId, { [kind === 'unsent' ? 'assignedUnsent' : 'assignedUnreplied']: rowsAffected });
    await emit(tx, organizationId, { type: 'conversationsChanged', campaignId }, now);
  }
  return { given, why: given === 0 ? why : null };
}

/** Ids by campaign. */
type Taken = ReadonlyMap<number, number[]>;

const inZones = (zones: readonly number[]): SQL => sql.raw(`zone IN (${zones.join(', ')})`);

async function takeUnsent(tx: Transaction, pools: readonly Pool[], count: number): Promise<Taken> {
  const taken = new Map<number, number[]>();
  let left = count;
  for (const { campaignId, zones } of pools) {
    if (left === 0) break;
    const [row] = await tx.all<{ ids: string }>(sql`
      SELECT json_group_array(id) AS ids FROM (
        SELECT id FROM conversations INDEXED BY conversations_pool_unsent
        WHERE campaign_id = ${campaignId} AND ${pooled.unsent} AND ${inZones(zones)} LIMIT ${left})`);
    const ids = JSON.parse(row?.ids ?? '[]') as number[];
    if (ids.length > 0) taken.set(campaignId, ids);
    left -= ids.length;
  }
  return taken;
}

/** The longest waiting of all campaigns of the same priority first. */
async function takeUnreplied(tx: Transaction, pools: readonly Pool[], count: number): Promise<Taken> {
  const found: { campaignId: number; priority: number; id: number; since: number }[] = [];
  for (const { campaignId, priority, zones } of pools) {
    const rows = await tx.all<{ id: number; since: number }>(sql`
      SELECT id, waiting_since AS since FROM conversations INDEXED BY conversations_pool_unreplied
      WHERE campaign_id = ${campaignId} AND ${pooled.unreplied} AND ${inZones(zones)}
      ORDER BY waiting_since LIMIT ${count}`);
    found.push(...rows.map(row => ({ ...row, campaignId, priority })));
  }
  found.sort((a, b) => b.priority - a.priority || a.since - b.since || a.id - b.id);
  const taken = new Map<number, number[]>();
  for (const { campaignId, id } of found.slice(0, count)) taken.set(campaignId, [...(taken.get(campaignId) ?? []), id]);
  return taken;
}
