import { eq } from 'drizzle-orm';
import { teams } from '../db/schema/organizations.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { findTeam } from './find-team.ts';

/** Changes what is given and leaves the rest; request forms that are open show it at once. */
export async function setTeam(
  { db, now, bus }: World,
  { teamId, priority, maxPerRequest }: { teamId: number; priority?: number; maxPerRequest?: number },
) {
  const set = await db.write(async tx => {
    const before = await findTeam(tx, teamId);
    const change = { priority: priority ?? before.priority, maxPerRequest: maxPerRequest ?? before.maxPerRequest };
    await tx.update(teams).set(change).where(eq(teams.id, teamId));
    await emit(tx, before.organizationId, { type: 'requestsChanged' }, now());
    return { ...before, ...change };
  });
  bus.poke();
  return set;
}
