import { and, eq, inArray, sql } from 'drizzle-orm';
import { mark } from '../../conversations/mark.ts';
import { neverReplied } from '../../conversations/selections.ts';
import type { Transaction } from '../../db/open.ts';
import { passes } from '../../db/schema/campaigns.ts';
import { changeCampaign, giveBackCampaign, type CampaignChange } from '../change-campaign.ts';
import type { Effect } from './effect.ts';

type Scripts = { number: number; script: string }[];
type Remembered = { title: CampaignChange | null; script: string | null; passes: number[]; scripts: Scripts };

export const markSecondPass: Effect<'markSecondPass'> = {
  select: ({ windowMinutes, excludeNewer }, at) =>
    neverReplied(windowMinutes === null ? null : at - windowMinutes * 60_000, excludeNewer),
  verb: () => mark,
  details: 'begin',

  /** The new script is that of every pass that somebody is marked into: who was left out last time goes into an earlier one. */
  begin: async (tx, campaign, { title, script }, now, counted) => {
    const reached: number[] = [];
    if (counted?.details?.lowestPass && counted.details.highestPass) {
      for (let number = counted.details.lowestPass + 1; number <= counted.details.highestPass + 1; number++)
        reached.push(number);
    }
    const renamed = title && title !== campaign.title ? await changeCampaign(tx, campaign, { title }, now) : null;
    const scripts = script === undefined ? [] : await replaceScripts(tx, campaign.id, reached, script, now);
    return { title: renamed, script: script ?? null, passes: reached, scripts } satisfies Remembered;
  },

  giveBack: async (tx, campaign, before, now) => {
    const { title, script, passes: reached, scripts } = before as Remembered;
    const renamed = title ? await giveBackCampaign(tx, campaign, title, now) : false;
    if (script === null) return renamed;
    const stillOurs = and(
      eq(passes.campaignId, campaign.id),
      inArray(passes.number, reached),
      eq(passes.script, script),
    );
    const ours = await tx.delete(passes).where(stillOurs).returning({ number: passes.number });
    const back = scripts.filter(old => ours.some(({ number }) => number === old.number));
    if (back.length)
      await tx.insert(passes).values(back.map(old => ({ ...old, campaignId: campaign.id, createdAt: now })));
    return renamed || ours.length > 0;
  },
};

async function replaceScripts(
  tx: Transaction,
  campaignId: number,
  reached: readonly number[],
  script: string,
  now: number,
): Promise<Scripts> {
  if (reached.length === 0) return [];
  const old = await tx
    .select({ number: passes.number, script: passes.script })
    .from(passes)
    .where(and(eq(passes.campaignId, campaignId), inArray(passes.number, [...reached])));
  await tx
    .insert(passes)
    .values(reached.map(number => ({ campaignId, number, script, createdAt: now })))
    .onConflictDoUpdate({ target: [passes.campaignId, passes.number], set: { script: sql`excluded.script` } });
  return old;
}
