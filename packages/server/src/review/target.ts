import { sql } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { ReviewTarget } from '@campaign-kit/shared/review-filter';
import { campaignsOf } from '../conversations/campaigns-of.ts';
import type { Stretch } from '../conversations/condition.ts';
import { matching } from '../conversations/matching.ts';
import { concernsOf, type Selection } from '../conversations/selections.ts';
import type { Chunk } from '../conversations/verb.ts';
import type { Reader } from '../db/open.ts';
import { rangesOf } from '../operations/ranges.ts';

/** Ticked conversations further apart than this are walked to in two steps. */
const farApart = 2_000;

/**
 * What an action is asked for, as the selection of one stretch: of ticked conversations those that match no longer are left
 * out and counted; of all that match, those that were taken out are not spoken of.
 */
export async function targeted(
  read: Reader,
  organizationId: number,
  { filter, ids, except }: ReviewTarget,
  leavesOut: Selection['leavesOut'],
): Promise<(stretch: Stretch) => Selection> {
  const match = await matching(read, organizationId, filter);
  return stretch => {
    const { firstId, lastId } = stretch;
    const within = (some: readonly number[]) =>
      sql`(SELECT value FROM json_each(${JSON.stringify(some.filter(id => id >= firstId && id <= lastId))}))`;
    const matches = concernsOf(match, stretch);
    if (ids) {
      const moved = { reason: 'noLongerMatches', when: sql`(${matches}) IS NOT TRUE` } as const;
      return { concerns: sql`id IN ${within(ids)}`, leavesOut: [moved, ...leavesOut] };
    }
    const out = except.length > 0 ? sql` AND id NOT IN ${within(except)}` : sql``;
    return { concerns: sql`${matches}${out}`, leavesOut };
  };
}

/** The stretches of ids in which the target lies, and the campaigns that they are of. Ids of another organization are refused. */
export async function rangesOfTarget(
  read: Reader,
  organizationId: number,
  { filter, ids }: ReviewTarget,
): Promise<{ campaignIds: number[]; ranges: Chunk[] }> {
  if (!ids) {
    const campaignIds = await campaignsOf(read, organizationId, filter);
    return { campaignIds, ranges: await rangesOf(read, campaignIds, Number.MAX_SAFE_INTEGER) };
  }
  const ranges = await rangesOfIds(read, organizationId, ids);
  if (!(await areOwn(read, organizationId, ids))) throw new Refusal('not_found', 'refusal.noConversation');
  return { campaignIds: [...new Set(ranges.map(({ campaignId }) => campaignId))], ranges };
}

/** Conversations that are near each other in one campaign share a stretch. */
export async function rangesOfIds(read: Reader, organizationId: number, ids: readonly number[]): Promise<Chunk[]> {
  const [row] = await read.all<{ found: string }>(sql`
    SELECT json_group_array(json_array(id, campaignId)) AS found FROM (
      SELECT c.id, c.campaign_id AS campaignId FROM json_each(${JSON.stringify(ids)}) AS wanted
      CROSS JOIN conversations AS c ON c.id = wanted.value
      WHERE c.organization_id = ${organizationId} ORDER BY c.id)`);
  const found = JSON.parse(row?.found ?? '[]') as [id: number, campaignId: number][];
  const ranges: { campaignId: number; firstId: number; lastId: number }[] = [];
  for (const [id, campaignId] of found) {
    const last = ranges.at(-1);
    if (last?.campaignId === campaignId && id - last.lastId <= farApart) last.lastId = id;
    else ranges.push({ campaignId, firstId: id, lastId: id });
  }
  return ranges;
}

async function areOwn(read: Reader, organizationId: number, ids: readonly number[]): Promise<boolean> {
  const [own] = await read.all<{ count: number }>(sql`
    SELECT count(DISTINCT c.id) AS count FROM json_each(${JSON.stringify(ids)}) AS wanted
    CROSS JOIN conversations AS c ON c.id = wanted.value WHERE c.organization_id = ${organizationId}`);
  return own?.count === new Set(ids).size;
}
