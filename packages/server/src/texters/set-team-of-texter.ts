import { Refusal } from '@campaign-kit/shared/refusal';
import { findTeam } from '../teams/find-team.ts';
import { setMember } from '../teams/set-member.ts';
import type { SignedIn } from '../trpc/context.ts';
import { texterOf } from './texter-of.ts';

/** Puts a texter in a team of the organization, or takes them out: then they are offered its campaigns, or no more. */
export async function setTeamOfTexter(
  ctx: SignedIn,
  { texterId, teamId, member }: { texterId: number; teamId: number; member: boolean },
): Promise<void> {
  const { organizationId } = ctx.session;
  const { externalId } = await texterOf(ctx.db.read, organizationId, texterId);
  const team = await findTeam(ctx.db.read, teamId);
  if (team.organizationId !== organizationId) throw new Refusal('not_found', 'refusal.noTeam', { id: String(teamId) });
  await setMember(ctx, { teamId, externalId, member });
}
