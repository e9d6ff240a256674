import { and, eq } from 'drizzle-orm';
import { countersOf, type Counts } from '@campaign-kit/shared/counts';
import type { CountKeeper } from '../conversations/count-keeper.ts';
import { takeIds } from '../contacts/take-ids.ts';
import type { Transaction } from '../db/open.ts';
import { campaigns, contactLists, contacts } from '../db/schema/campaigns.ts';
import { conversations } from '../db/schema/conversations.ts';
import { organizations, phoneNumbers } from '../db/schema/organizations.ts';
import type { OurNumber } from './match-text.ts';

/** Makes a conversation in the number's inbox for somebody whom we never wrote to, so that no text is ever dropped. */
export async function unsolicited(
  tx: Transaction,
  number: OurNumber,
  phone: number,
  keeper: CountKeeper,
  now: number,
): Promise<number> {
  const { organizationId } = number;
  const { campaignId, contactListId } = await inboxOf(tx, number, now);
  const [known] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.contactListId, contactListId), eq(contacts.phone, phone)));
  const person = { organizationId, contactListId, phone, firstName: '', lastName: '', zip: '', externalId: '' };
  const [contact] = known
    ? [known]
    : await tx
        .insert(contacts)
        .values({ ...person, custom: {}, createdAt: now })
        .returning({ id: contacts.id });
  const [ids] = await takeIds(tx, campaignId, 1);
  const row = {
    id: ids!.firstId,
    organizationId,
    campaignId,
    contactId: contact!.id,
    phone,
    status: 'closed' as const,
    lastAt: now,
    phoneNumberId: number.id,
  };
  const [made] = await tx.insert(conversations).values(row).returning();
  const counted: Partial<Counts> = {};
  for (const counter of countersOf(made!)) counted[counter] = 1;
  keeper.move(campaignId, counted);
  return made!.id;
}

/** The campaign that stands for the number's unsolicited texts; made when the first one comes. */
async function inboxOf(
  tx: Transaction,
  number: OurNumber,
  now: number,
): Promise<{ campaignId: number; contactListId: number }> {
  const { id, organizationId, phone, inboxCampaignId } = number;
  if (inboxCampaignId !== null) {
    const [inbox] = await tx.select().from(campaigns).where(eq(campaigns.id, inboxCampaignId));
    if (inbox?.contactListId) return { campaignId: inbox.id, contactListId: inbox.contactListId };
  }
  const [organization] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  const title = `+${phone}`;
  const [list] = await tx
    .insert(contactLists)
    .values({ organizationId, name: title, columns: [], createdAt: now })
    .returning();
  const [inbox] = await tx
    .insert(campaigns)
    .values({
      organizationId,
      title,
      phoneNumberId: id,
      contactListId: list!.id,
      timeZone: organization!.timeZone,
      launchedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  await tx.update(phoneNumbers).set({ inboxCampaignId: inbox!.id }).where(eq(phoneNumbers.id, id));
  return { campaignId: inbox!.id, contactListId: list!.id };
}
