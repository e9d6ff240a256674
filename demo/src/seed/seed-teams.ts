import { teamMembers, teams } from '@campaign-kit/server/db/schema/organizations';
import type { World } from '@campaign-kit/server/world';
import type { Organization } from './organization.ts';

/** Of so many texters in a row, one is on the team. */
const names = [
  ['Spanish speakers', 4],
  ['Evenings', 5],
  ['Weekend', 7],
] as const;

/** Teams without campaigns of their own: whoever is on them is offered what everybody is. */
export async function seedTeams({ db }: World, { id: organizationId, users }: Organization): Promise<void> {
  const texters = users.filter(({ role }) => role === 'texter');
  await db.write(async tx => {
    for (const [name, oneOf] of names) {
      const team = { organizationId, name, priority: 0, maxPerRequest: null };
      const [made] = await tx.insert(teams).values(team).returning({ id: teams.id });
      const members = texters.filter((_, at) => at % oneOf === 1);
      await tx.insert(teamMembers).values(members.map(({ id: userId }) => ({ teamId: made!.id, userId })));
    }
  });
}
