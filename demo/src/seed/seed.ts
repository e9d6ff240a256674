import { sql } from 'drizzle-orm';
import type { World } from '@campaign-kit/server/world';
import { campaignPlans, type CampaignPlan } from './campaign-plans.ts';
import { createOrganization, type Organization } from './organization.ts';
import { seedEscalations } from './seed-escalations.ts';
import { markOperationId, seedOperations } from './seed-operations.ts';
import { seedRequests } from './seed-requests.ts';
import { seedCampaign, type SeededCampaign } from './seed-campaign.ts';
import { seedTeams } from './seed-teams.ts';

/** The organization of the demo, as it stands in the database. */
export type Seeded = { organization: Organization; campaigns: SeededCampaign[] };

/** Fills an empty database with a made-up organization, the same every time for the same `now`; null when it is not empty. */
export async function seed(
  world: World,
  origins: readonly string[],
  plans: readonly CampaignPlan[] = campaignPlans,
): Promise<Seeded | null> {
  const [found] = await world.db.read.all<{ count: number }>(sql`SELECT count(*) AS count FROM organizations`);
  if (found?.count) return null;
  const now = world.now();
  const organization = await createOrganization(world, 'Northside Organizing', origins);
  const texters = organization.users.filter(user => user.role === 'texter' && !user.suspended).length;
  const scene = { plans, now, texters };
  const campaigns: SeededCampaign[] = [];
  for (const place of plans.keys())
    campaigns.push(await seedCampaign(world, organization, scene, place, markOperationId));

  await seedOperations(world, organization, campaigns);
  await seedRequests(world, organization);
  await seedEscalations(world, organization);
  await seedTeams(world, organization);

  const stranger = await createOrganization(world, 'Southside Tenants Union', []);
  const theirs = plans
    .filter(plan => plan.people.count > 1)
    .slice(3, 5)
    .map(plan => ({ ...plan, people: { ...plan.people, count: 200 } }));
  const there = { plans: theirs, now, texters };
  for (const place of theirs.keys()) await seedCampaign(world, stranger, there, place, 0);
  return { organization, campaigns };
}
