import { sql, type SQL } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewTarget } from '@campaign-kit/shared/review-filter';
import type { AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import * as selections from '@campaign-kit/server/conversations/selections';
import type { Selection } from '@campaign-kit/server/conversations/selections';
import { priority } from '@campaign-kit/server/db/open';
import type { World } from '@campaign-kit/server/world';
import { campaignRanges, generatedAt, largeCampaign, newTexters, texters } from './generate.ts';
import type { Bench } from './open-bench.ts';
import { recount } from './recount.ts';

/** One thing that an admin does, and the least that a database could do for it. */
export type BenchedAction = {
  readonly name: string;
  readonly preview: (bench: Bench) => Promise<{ count: number }>;
  /** Writes the operation down; a runner does the rest. */
  readonly start: (bench: Bench, previewed: number) => Promise<{ id: number }>;
  /** One UPDATE of the same rows to the same state: no undo, no journal, no counts, no chunks. */
  readonly bare: (bench: Bench, rows: number) => Promise<SQL>;
  /** Where the same state needs one more statement about other rows. */
  readonly bareToo?: SQL;
  /** What must have happened before. */
  readonly given?: (world: World) => Promise<void>;
};

const windowMinutes = 120;
const idleMinutes = 48 * 60;
const everybody = selections.neverReplied(null, false);
const texterIds = Array.from({ length: newTexters }, (_, at) => texters + 1 + at);

/** Every initial message of the large campaign that has not gone out, whoever holds it, is dealt out to ten others. */
const unsentOfAll: { target: ReviewTarget; action: AskedMessageAction } = {
  target: { filter: { campaigns: [largeCampaign], statuses: ['needsMessage'] }, ids: null, except: [] },
  action: { name: 'reassign', input: { texterIds } },
};

/** The campaign actions of the menu on the large campaign, the release over all campaigns, and a reassign of what a filter matches. */
export const benchedActions: readonly BenchedAction[] = [
  onCampaign('release-unsent', { name: 'releaseUnsent', input: {} }, selections.unsent, sql`texter_id = NULL`),
  onCampaign(
    'release-unreplied',
    { name: 'releaseUnreplied', input: { idleMinutes } },
    selections.unreplied(generatedAt - idleMinutes * 60_000),
    sql`texter_id = NULL`,
  ),
  {
    name: 'release-unreplied-all',
    preview: ({ caller }) => caller.replies.previewReleaseAll({ idleMinutes }),
    start: ({ caller }, previewed) => caller.replies.releaseAll({ idleMinutes, previewed, requestKey: randomUUID() }),
    bare: async (_, rows) =>
      update(
        sql`texter_id = NULL`,
        sql`id BETWEEN 1 AND ${rows} AND organization_id = 1`,
        selections.unreplied(generatedAt - idleMinutes * 60_000),
      ),
  },
  onCampaign(
    'mark',
    { name: 'markSecondPass', input: { windowMinutes, excludeNewer: true } },
    selections.neverReplied(generatedAt - windowMinutes * 60_000, true),
    sql`status = 1, pass = pass + 1`,
  ),
  onCampaign(
    'mark-everybody',
    { name: 'markSecondPass', input: { windowMinutes: null, excludeNewer: false } },
    everybody,
    sql`status = 1, pass = pass + 1`,
  ),
  {
    ...onCampaign(
      'un-mark',
      { name: 'unmarkSecondPass', input: {} },
      selections.marked,
      sql`status = 0, pass = pass - 1`,
    ),
    given: async ({ db }) => {
      await db.write(async tx => {
        await tx.run(update(sql`status = 1, pass = pass + 1`, sql`campaign_id = ${largeCampaign}`, everybody));
        await recount(tx, { keep: true });
      }, priority.bulk);
    },
  },
  {
    ...onCampaign(
      'delete-unmessaged',
      { name: 'deleteUnmessaged', input: {} },
      selections.unmessaged,
      sql`status = -1`,
    ),
    // Older campaigns of the same phones have no newer one left.
    bareToo: sql`
      UPDATE conversations SET newer = 0 WHERE id IN (
        SELECT o.id FROM conversations AS r NOT INDEXED
        CROSS JOIN conversations AS o INDEXED BY conversations_phone ON o.phone = r.phone AND o.campaign_id < r.campaign_id
        WHERE r.campaign_id = ${largeCampaign} AND r.status = -1 AND r.older = 1 AND o.newer = 1 AND NOT EXISTS (
          SELECT 1 FROM conversations AS n
          WHERE n.phone = o.phone AND n.campaign_id > o.campaign_id AND n.organization_id = o.organization_id AND n.status >= 0))`,
  },
  {
    ...onCampaign(
      'assign',
      { name: 'assignUnsent', input: { texterIds } },
      selections.unsentInPool,
      sql`texter_id = ${texterIds[0]}`,
    ),
    bare: (bench, rows) => dealtOut(bench, rows, selections.unsentInPool),
  },
  {
    name: 'reassign',
    preview: ({ caller }) => caller.review.preview(unsentOfAll),
    start: ({ caller }, previewed) => caller.review.run({ ...unsentOfAll, previewed, requestKey: randomUUID() }),
    bare: (bench, rows) => dealtOut(bench, rows, { concerns: sql`status = 1`, leavesOut: [] }),
  },
];

const update = (set: SQL, within: SQL, selection: Selection): SQL =>
  sql`UPDATE conversations NOT INDEXED SET ${set} WHERE ${within} AND ${selections.selected(selection)}`;

function inLargeCampaign(rows: number): SQL {
  const { campaignId, firstId, lastId } = campaignRanges(rows)[largeCampaign - 1]!;
  return sql`id BETWEEN ${firstId} AND ${lastId} AND campaign_id = ${campaignId}`;
}

function onCampaign(name: string, action: AskedAction, selection: Selection, set: SQL): BenchedAction {
  const campaignId = largeCampaign;
  const typed = (previewed: number) => (action.name === 'deleteUnmessaged' ? { typed: previewed } : {});
  return {
    name,
    preview: ({ caller }) => caller.campaigns.previewAction({ campaignId, action }),
    start: ({ caller }, previewed) =>
      caller.campaigns.runAction({ campaignId, action, previewed, ...typed(previewed), requestKey: randomUUID() }),
    bare: async (_, rows) => update(set, inLargeCampaign(rows), selection),
  };
}

/** Ten runs of neighbours of equal length, whose borders are known beforehand. */
async function dealtOut({ world: { db } }: Bench, rows: number, selection: Selection): Promise<SQL> {
  const where = sql`${inLargeCampaign(rows)} AND ${selections.selected(selection)}`;
  const borders = await db.read.all<{ id: number }>(sql`
    SELECT max(id) AS id FROM (
      SELECT id, ntile(${newTexters}) OVER (ORDER BY id) AS hand FROM conversations NOT INDEXED WHERE ${where})
    GROUP BY hand ORDER BY hand`);
  const cases = borders.map(({ id }, hand) => sql`WHEN id <= ${id} THEN ${texterIds[hand]}`);
  return update(sql`texter_id = CASE ${sql.join(cases, sql` `)} END`, inLargeCampaign(rows), selection);
}
