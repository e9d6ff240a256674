import { sql, type SQL } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { idsOfCampaigns } from '../conversations/campaigns-of.ts';
import type { Condition, Stretch } from '../conversations/condition.ts';
import { conditionsOf } from '../conversations/conditions-of.ts';
import type { Reader } from '../db/open.ts';
import { atOnce, idsOf, isDear } from './ids-of.ts';
import { shortTime, type Short } from './short-time.ts';

type Read = Pick<Reader, 'all'>;

/** What a filter asks for, ready to be looked for. */
export type Sought = {
  readonly read: Read;
  readonly organizationId: number;
  readonly filter: ReviewFilter;
  readonly campaignIds: readonly number[];
  /** The ids of these campaigns and of no others, in order. */
  readonly stretches: readonly Stretch[];
  readonly conditions: readonly Condition[];
  /** The condition that leaves the fewest rows, where there are few. */
  readonly few: Few | null;
  /** Otherwise the times, where they leave few enough to be looked at one by one. */
  readonly short: () => Promise<Short | null>;
};

/** A condition that an index knows the ids of, in order, and how many at most they are. */
export type Few = {
  readonly condition: Condition;
  readonly rows: number;
  readonly ids: () => Promise<readonly number[]>;
};

/** Up to so many rows, looking at each is faster than at all that there are; of an index that is dear to read, fewer. */
const fewRows = { cheap: 50_000, dear: 8_000, unordered: 2_000 };

/** Looks where the conversations of a filter can be, and whether an index knows that they are few. */
export async function soughtBy(read: Read, organizationId: number, filter: ReviewFilter): Promise<Sought> {
  const { campaignIds, stretches } = await whereabouts(read, organizationId, filter);
  const conditions = stretches.length ? await conditionsOf(read, organizationId, filter) : [];
  const sought = { read, organizationId, filter, campaignIds, stretches, conditions };
  const few = await fewest(read, conditions, hullOf(stretches));
  return { ...sought, few, short: async () => (few ? null : shortTime(sought, idsIn(stretches))) };
}

/** From the first id to the last: ids of other campaigns may be between. */
export const hullOf = (stretches: readonly Stretch[]): Stretch => ({
  firstId: stretches[0]?.firstId ?? 0,
  lastId: stretches.at(-1)?.lastId ?? 0,
});

export const idsIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { firstId, lastId }) => sum + lastId - firstId + 1, 0);

export const isOfCampaigns = (campaignIds: readonly number[]): SQL =>
  sql`conversations.campaign_id IN (SELECT value FROM json_each(${JSON.stringify(campaignIds)}))`;

/** Its campaigns, and the ids of theirs: blocks that follow each other are one stretch, whichever campaign they belong to. */
async function whereabouts(read: Read, organizationId: number, filter: ReviewFilter) {
  const [row] = await read.all<{ ids: string; blocks: string }>(sql`
    WITH wanted AS MATERIALIZED (${idsOfCampaigns(organizationId, filter)})
    SELECT (SELECT json_group_array(id) FROM wanted) AS ids, (
      SELECT json_group_array(json_array(first_id, last_id, next_id)) FROM (
        SELECT b.first_id, b.last_id, b.next_id
        FROM wanted CROSS JOIN conversation_blocks AS b INDEXED BY conversation_blocks_campaign ON b.campaign_id = wanted.id
        WHERE b.next_id > b.first_id ORDER BY b.first_id)) AS blocks`);
  const stretches: { firstId: number; lastId: number; blockEnd: number }[] = [];
  for (const [firstId, blockEnd, nextId] of JSON.parse(row?.blocks ?? '[]') as [number, number, number][]) {
    const last = stretches.at(-1);
    if (last?.blockEnd === firstId - 1) Object.assign(last, { lastId: nextId - 1, blockEnd });
    else stretches.push({ firstId, lastId: nextId - 1, blockEnd });
  }
  return {
    campaignIds: JSON.parse(row?.ids ?? '[]') as number[],
    stretches: stretches.map(({ firstId, lastId }) => ({ firstId, lastId })),
  };
}

async function fewest(read: Read, conditions: readonly Condition[], hull: Stretch): Promise<Few | null> {
  let best: Few | null = null;
  // What is counted at once comes before what has to be gathered for it: then fewer are gathered.
  const known = conditions.filter(({ ids }) => ids).sort((a, b) => Number(isDear(a)) - Number(isDear(b)));
  for (const condition of known) {
    const { ids, unordered } = condition;
    if (!ids) continue;
    const dear = isDear(condition);
    const limit = fewRows[unordered ? 'unordered' : dear ? 'dear' : 'cheap'];
    const most: number = Math.min(best?.rows ?? Infinity, limit);
    const gathered = await idsOf(read, condition, hull, dear ? most : Math.min(most, atOnce));
    if (gathered) {
      best = { condition, rows: gathered.length, ids: () => Promise.resolve(gathered) };
    } else if (!dear && most > atOnce) {
      const [row] = await read.all<{ rows: number }>(sql`
        SELECT count(*) AS rows FROM (SELECT 1 FROM (${ids(hull)}) LIMIT ${most + 1})`);
      if (!row || row.rows > most) continue;
      const { rows } = row;
      best = { condition, rows, ids: async () => (await idsOf(read, condition, hull)) ?? [] };
    }
    if (best?.rows === 0) break;
  }
  return best;
}
