import { campaignCounts, campaigns, contactLists, passes } from '../db/schema/campaigns.ts';
import { findOrganization } from '../organizations/find-organization.ts';
import type { World } from '../world.ts';

type Asked = { organizationId: number; title: string; script: string; launch: boolean };

/** A campaign with the script of its first pass and a contact list with nobody in it, for an import to fill; a draft unless launched. */
export async function createCampaign({ db, now }: World, { organizationId, title, script, launch }: Asked) {
  return db.write(async tx => {
    const { timeZone } = await findOrganization(tx, organizationId);
    const at = now();
    const [list] = await tx
      .insert(contactLists)
      .values({ organizationId, name: title, columns: [], createdAt: at })
      .returning({ id: contactLists.id });
    const launchedAt = launch ? at : null;
    const [made] = await tx
      .insert(campaigns)
      .values({ organizationId, title, timeZone, contactListId: list!.id, launchedAt, createdAt: at, updatedAt: at })
      .returning({ id: campaigns.id });
    const campaignId = made!.id;
    await tx.insert(passes).values({ campaignId, number: 1, script, createdAt: at });
    await tx.insert(campaignCounts).values({ campaignId });
    return { id: campaignId, organizationId, title, launchedAt };
  });
}
