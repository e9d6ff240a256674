import { sql } from 'drizzle-orm';
import type { Verb } from './verb.ts';

/** Hides conversations from everything; the rows stay until undo has run out. */
export const remove: Verb = {
  change: () => ({ set: sql`status = -1` }),
  each: { needsMessage: -1, unmessaged: -1, removed: 1 },
  some: {
    assignedUnsent: sql`-total(texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0)`,
    optedOut: sql`-total(opted_out)`,
    escalated: sql`-total(escalated)`,
  },
  /** Older campaigns of these phones may have no newer one left. */
  async afterChange(tx, changed) {
    await tx.run(sql`
      UPDATE conversations SET newer = 0
      WHERE newer = 1 AND id IN (${olderOnes(changed)}) AND NOT EXISTS (
        SELECT 1 FROM conversations AS n
        WHERE n.phone = conversations.phone AND n.campaign_id > conversations.campaign_id
          AND n.organization_id = conversations.organization_id AND n.status >= 0
      )`);
  },
  async beforeUndo(tx, changed) {
    await tx.run(sql`UPDATE conversations SET newer = 1 WHERE newer = 0 AND id IN (${olderOnes(changed)})`);
  },
};

const olderOnes = (changed: ReturnType<typeof sql>) => sql`
  SELECT o.id FROM (SELECT phone, campaign_id, organization_id FROM conversations NOT INDEXED WHERE ${changed} AND older = 1) AS r
  JOIN conversations AS o
    ON o.phone = r.phone AND o.campaign_id < r.campaign_id AND o.organization_id = r.organization_id`;
