import { and, eq } from 'drizzle-orm';
import { campaignOf } from '../campaigns/campaign.ts';
import { campaignTeams } from '../db/schema/campaigns.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { findTeam } from './find-team.ts';

/** Gives a campaign to a team, or takes it away. A campaign that has teams is offered to their members only. */
export async function setCampaign(
  { db, now, bus }: World,
  { teamId, campaignId, given }: { teamId: number; campaignId: number; given: boolean },
) {
  const set = await db.write(async tx => {
    const { organizationId, name } = await findTeam(tx, teamId);
    const { title } = await campaignOf(tx, organizationId, campaignId);
    const row = and(eq(campaignTeams.teamId, teamId), eq(campaignTeams.campaignId, campaignId));
    if (given) await tx.insert(campaignTeams).values({ teamId, campaignId }).onConflictDoNothing();
    else await tx.delete(campaignTeams).where(row);
    await emit(tx, organizationId, { type: 'campaignChanged', campaignId }, now());
    return { team: name, campaign: title, given };
  });
  bus.poke();
  return set;
}
