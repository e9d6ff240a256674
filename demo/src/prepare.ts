import { migrate } from '@campaign-kit/server/db/migrate';
import { addOrigin } from '@campaign-kit/server/organizations/add-origin';
import { createKey } from '@campaign-kit/server/organizations/create-key';
import { openWorld } from '@campaign-kit/server/world';
import { databaseOf, forget, keepState, newSecret, readState, type DemoState } from './demo-state.ts';
import { campaignPlans, type CampaignPlan } from './seed/campaign-plans.ts';
import { seed } from './seed/seed.ts';

type Wanted = { directory: string; fresh: boolean; origins: readonly string[]; plans?: readonly CampaignPlan[] };

/** A database with the made-up organization, a secret key of it and the pages that may embed: made when it is not there. */
export async function prepare({ directory, fresh, origins, plans = campaignPlans }: Wanted): Promise<DemoState> {
  const kept = fresh ? null : await readState(directory);
  if (!kept) await forget(directory);
  const url = `file:${databaseOf(directory)}`;
  const world = await openWorld({ url });
  try {
    await migrate({ url });
    if (!kept) {
      const made = await seed(world, origins, plans);
      if (!made) throw new Error('The database was not empty.');
      const organizationId = made.organization.id;
      const state = {
        sessionSecret: newSecret(),
        cookieSecret: newSecret(),
        secretKey: (await createKey(world, { organizationId, name: 'Harbor CRM' })).key,
        organizationId,
        offices: Object.fromEntries(made.campaigns.map(({ id }, place) => [id, plans[place]?.office ?? ''])),
        seededAt: world.now(),
      };
      await keepState(directory, state);
      return state;
    }
    for (const origin of origins) await addOrigin(world, { organizationId: kept.organizationId, origin });
    return kept;
  } finally {
    await world.db.close();
  }
}
