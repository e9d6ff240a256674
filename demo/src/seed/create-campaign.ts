import { sql } from 'drizzle-orm';
import { campaigns, campaignTags, cannedReplies, contactLists, passes } from '@campaign-kit/server/db/schema/campaigns';
import { conversationBlocks } from '@campaign-kit/server/db/schema/conversations';
import type { World } from '@campaign-kit/server/world';
import type { CampaignPlan } from './campaign-plans.ts';
import { timeZone, type Organization } from './organization.ts';

const day = 86_400_000;
const hour = day / 24;

/** Conversations get their ids from blocks of this many. */
const blockIds = 65_536;

const columns = ['firstName', 'lastName', 'cell', 'zip', 'external_id', 'city', 'precinct'];

/** The ids that the rows of a campaign are written under. */
export type CampaignIds = {
  campaignId: number;
  contactListId: number;
  firstContactId: number;
  conversationId: (at: number) => number;
};

/** The campaign's row with its list, passes and tags, and ids for as many conversations as it will have. */
export async function createCampaign(
  { db, now }: World,
  { id: organizationId, officeIds, numberIds, tagIds }: Organization,
  plan: CampaignPlan,
): Promise<CampaignIds> {
  const ago = (days: number) => now() - Math.round(days * day);
  const createdAt = ago(plan.createdDaysAgo);
  const launchedAt = plan.launchedDaysAgo === null ? null : ago(plan.launchedDaysAgo);
  const archivedAt = plan.archivedDaysAgo === undefined ? null : ago(plan.archivedDaysAgo);
  const markedAt = plan.secondPass ? ago(plan.secondPass.markedDaysAgo) : null;
  return db.write(async tx => {
    const [list] = await tx
      .insert(contactLists)
      .values({ organizationId, name: `${plan.title.slice(0, 60)}.csv`, columns, createdAt })
      .returning();
    const contactListId = (list as { id: number }).id;
    const [campaign] = await tx
      .insert(campaigns)
      .values({
        organizationId,
        title: plan.title,
        officeId: officeIds.get(plan.office) ?? null,
        phoneNumberId: numberIds.get(plan.office) ?? null,
        contactListId,
        timeZone,
        autoAssign: plan.autoAssign,
        ...(plan.allDay ? { textingFromMinute: 0, textingToMinute: 1_440 } : {}),
        autoReleaseMinutes: plan.autoReleaseMinutes ?? null,
        dueAt: plan.dueInDays === null ? null : ago(-plan.dueInDays),
        launchedAt,
        archivedAt,
        createdAt,
        updatedAt: archivedAt ?? markedAt ?? launchedAt ?? createdAt + hour,
      })
      .returning();
    const campaignId = (campaign as { id: number }).id;
    await tx.insert(passes).values(
      plan.scripts.map((script, at) => ({
        campaignId,
        number: at + 1,
        script,
        createdAt: at === 0 ? createdAt : (markedAt ?? createdAt),
      })),
    );
    const tagRows = plan.tags.map(tag => ({ campaignId, tagId: tagIds.get(tag) as number }));
    if (tagRows.length > 0) await tx.insert(campaignTags).values(tagRows);
    await tx.insert(cannedReplies).values(
      [
        ['Who we are', 'A volunteer with Northside Organizing, your neighbors. No bots here.'],
        ['Off the list', 'Of course, I’ll take you off. You won’t hear from us again.'],
      ].map(([title, text], position) => ({ campaignId, title: title ?? '', text: text ?? '', position })),
    );
    const [free] = await tx.all<{ block: number; contact: number }>(sql`
      SELECT (SELECT coalesce(max(last_id), 0) + 1 FROM conversation_blocks) AS block,
        (SELECT coalesce(max(id), 0) + 1 FROM contacts) AS contact`);
    const { block: firstId, contact: firstContactId } = free as { block: number; contact: number };
    for (let left = plan.people.count, first = firstId; left > 0; left -= blockIds, first += blockIds) {
      const taken = Math.min(left, blockIds);
      await tx
        .insert(conversationBlocks)
        .values({ firstId: first, lastId: first + blockIds - 1, nextId: first + taken, campaignId });
    }
    return { campaignId, contactListId, firstContactId, conversationId: at => firstId + at };
  });
}
