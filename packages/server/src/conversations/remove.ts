import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import type { Verb } from './verb.ts';

const some = {
  assignedUnsent: sql`-total(texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0)`,
  optedOut: sql`-total(opted_out)`,
  escalated: sql`-total(escalated)`,
};

/** Hides conversations from everything; the rows stay until undo has run out. */
export const remove: Verb = {
  change: async (tx, where) => {
    const found = await find(tx, where);
    return {
      set: sql`status = -1`,
      where: sql`id IN (SELECT value FROM json_each(${found.ids}))`,
      some: found,
      after: async () => {
        if (found.shared !== '[]')
          await tx.run(sql`UPDATE conversations SET newer = 0 WHERE id IN (${orphaned(found)})`);
      },
    };
  },
  each: { needsMessage: -1, unmessaged: -1, removed: 1 },
  some,
  async beforeUndo(tx, changed) {
    const found = await find(tx, changed);
    if (found.shared === '[]') return;
    await tx.run(sql`UPDATE conversations SET newer = 1 WHERE id IN (${olderOnes(found)} AND o.newer = 0)`);
  },
};

/** The rows of a chunk in one pass. `shared`: the phones that a campaign with a lower id has too. */
type Found = Record<keyof typeof some, number> & {
  ids: string;
  shared: string;
  campaignId: number;
  organizationId: number;
};

async function find(tx: Transaction, where: SQL): Promise<Found> {
  const [found] = await tx.all<Found>(sql`
    SELECT json_group_array(id) AS ids, json_group_array(phone) FILTER (WHERE older = 1) AS shared,
      max(campaign_id) AS campaignId, max(organization_id) AS organizationId,
      ${some.assignedUnsent} AS assignedUnsent, ${some.optedOut} AS optedOut, ${some.escalated} AS escalated
    FROM conversations NOT INDEXED WHERE ${where}`);
  return found as Found;
}

const olderOnes = ({ shared, campaignId, organizationId }: Found) => sql`
  SELECT o.id FROM json_each(${shared}) AS p
  CROSS JOIN conversations AS o INDEXED BY conversations_phone ON o.phone = p.value AND o.campaign_id < ${campaignId}
  WHERE o.organization_id = ${organizationId}`;

/** Of the older ones, those that no newer campaign is left for. */
const orphaned = (found: Found) => sql`
  ${olderOnes(found)} AND o.newer = 1 AND NOT EXISTS (
    SELECT 1 FROM conversations AS n
    WHERE n.phone = o.phone AND n.campaign_id > o.campaign_id AND n.organization_id = o.organization_id AND n.status >= 0)`;
