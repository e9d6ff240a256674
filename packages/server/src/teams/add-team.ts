import { teams } from '../db/schema/organizations.ts';
import { findOrganization } from '../organizations/find-organization.ts';
import type { World } from '../world.ts';

/** `maxPerRequest` null: the organization's counts. The campaigns of the team with the highest priority are offered first. */
export type NewTeam = { organizationId: number; name: string; priority: number; maxPerRequest: number | null };

/** A new team, with nobody in it. */
export async function addTeam({ db }: World, team: NewTeam) {
  return db.write(async tx => {
    await findOrganization(tx, team.organizationId);
    const [made] = await tx.insert(teams).values(team).returning();
    return made!;
  });
}
