import { asc, count, eq } from 'drizzle-orm';
import { teamMembers, teams } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** The teams of an organization, with how many are in each. */
export const listTeams = ({ db }: World, { organizationId }: { organizationId: number }) =>
  db.read
    .select({
      id: teams.id,
      name: teams.name,
      priority: teams.priority,
      maxPerRequest: teams.maxPerRequest,
      members: count(teamMembers.userId),
    })
    .from(teams)
    .leftJoin(teamMembers, eq(teamMembers.teamId, teams.id))
    .where(eq(teams.organizationId, organizationId))
    .groupBy(teams.id)
    .orderBy(asc(teams.id));
