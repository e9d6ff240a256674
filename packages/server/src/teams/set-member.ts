import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { teamMembers, users } from '../db/schema/organizations.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { findTeam } from './find-team.ts';

/** Puts a user of the team's organization in it, or takes them out. `externalId` is how the host knows them. */
export async function setMember(
  { db, now, bus }: World,
  { teamId, externalId, member }: { teamId: number; externalId: string; member: boolean },
) {
  const set = await db.write(async tx => {
    const { organizationId, name } = await findTeam(tx, teamId);
    const [user] = await tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.organizationId, organizationId), eq(users.externalId, externalId)));
    if (!user) throw new Refusal('not_found', 'refusal.noUser');
    const row = { teamId, userId: user.id };
    if (member) await tx.insert(teamMembers).values(row).onConflictDoNothing();
    else await tx.delete(teamMembers).where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, user.id)));
    await emit(tx, organizationId, { type: 'requestsChanged' }, now());
    return { team: name, user: user.name, member };
  });
  bus.poke();
  return set;
}
