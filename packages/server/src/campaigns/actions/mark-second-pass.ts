import { and, desc, eq, sql } from 'drizzle-orm';
import { mark } from '../../conversations/mark.ts';
import { neverReplied } from '../../conversations/selections.ts';
import type { Transaction } from '../../db/open.ts';
import { passes } from '../../db/schema/campaigns.ts';
import { changeCampaign, giveBackCampaign, type CampaignChange } from '../change-campaign.ts';
import type { Effect } from './effect.ts';

type Remembered = { title: CampaignChange | null; pass: { number: number; script: string } };

export const markSecondPass: Effect<'markSecondPass'> = {
  select: ({ windowMinutes, excludeNewer }, at) =>
    neverReplied(windowMinutes === null ? null : at - windowMinutes * 60_000, excludeNewer),
  verb: () => mark,

  /** A new pass of the campaign begins. Its script is that of every initial message from now on, of the unsent ones too. */
  begin: async (tx, campaign, { title, script }, now) => {
    const current = await currentPass(tx, campaign.id);
    const pass = { number: current.number + 1, script: script ?? current.script };
    await tx.insert(passes).values({ ...pass, campaignId: campaign.id, createdAt: now });
    const renamed = title && title !== campaign.title ? await changeCampaign(tx, campaign, { title }, now) : null;
    return { title: renamed, pass } satisfies Remembered;
  },

  /** The pass goes when it is still the last one, and as it was begun. */
  giveBack: async (tx, campaign, before, now) => {
    const { title, pass } = before as Remembered;
    const renamed = title ? await giveBackCampaign(tx, campaign, title, now) : false;
    const { rowsAffected } = await tx
      .delete(passes)
      .where(
        and(
          eq(passes.campaignId, campaign.id),
          eq(passes.number, pass.number),
          eq(passes.script, pass.script),
          sql`NOT EXISTS (SELECT 1 FROM passes AS later WHERE later.campaign_id = ${campaign.id} AND later.number > ${pass.number})`,
        ),
      );
    return renamed || rowsAffected > 0;
  },
};

async function currentPass(tx: Transaction, campaignId: number): Promise<{ number: number; script: string }> {
  const [current] = await tx
    .select({ number: passes.number, script: passes.script })
    .from(passes)
    .where(eq(passes.campaignId, campaignId))
    .orderBy(desc(passes.number))
    .limit(1);
  return current ?? { number: 1, script: '' };
}
