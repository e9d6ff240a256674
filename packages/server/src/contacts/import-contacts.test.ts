import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { ImportMapping } from '@campaign-kit/shared/contact-import';
import { zoneNumber } from '@campaign-kit/shared/zones';
import type { campaigns } from '../db/schema/campaigns.ts';
import { contactLists, contacts } from '../db/schema/campaigns.ts';
import { conversationBlocks, conversations, optOuts } from '../db/schema/conversations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { testServer } from '../fixture/test-server.ts';
import { importContacts } from './import-contacts.ts';

const columns = { phone: 'phone', firstName: 'first', lastName: 'last', zip: 'zip', externalId: 'id' };
const phoneOf = (n: number) => 12_125_550_000 + n;

/** An organization with campaigns, and imports of a few lines into one of them. */
async function setUp() {
  const server = await testServer();
  const organizationId = (await server.organization()).id;
  const userId = (await server.user({ organizationId })).id;
  const campaign = async (given: GivenConversation[] = [], row: Partial<typeof campaigns.$inferInsert> = {}) =>
    (await addCampaign(server, { organizationId, campaign: row, conversations: given })).campaignId;
  const run = async (campaignId: number, lines: string[], mapping: ImportMapping = { columns }) => {
    const source = (async function* () {
      yield Buffer.from(['phone,first,last,zip,id,city', ...lines].join('\n'));
    })();
    const input = { organizationId, userId, campaignId, fileName: 'people.csv', mapping, source };
    return (await importContacts(server.world, input)).result;
  };
  const conversation = async (campaignId: number, phone: number) => {
    const where = and(eq(conversations.campaignId, campaignId), eq(conversations.phone, phone));
    const [row] = await server.db.read.select().from(conversations).where(where);
    return row;
  };
  return { server, organizationId, userId, campaign, run, conversation };
}

describe('an import', () => {
  test('makes a contact on the list and a conversation in the pool of each row', async () => {
    const { server, organizationId, campaign, run, conversation } = await setUp();
    const campaignId = await campaign([], { contactListId: null });
    const result = await run(campaignId, ['(212) 555-0001, Ann ,Doe,10001,A-1,Troy', '212.555.0002,Bob,,,,']);
    expect(result).toMatchObject({ rows: 2, imported: 2, revived: 0, duplicates: 0, optedOut: 0, bad: 0 });
    expect(await conversation(campaignId, phoneOf(1))).toMatchObject({
      organizationId,
      status: 'needsMessage',
      pass: 1,
      texterId: null,
      zone: zoneNumber('America/New_York'),
      lastAt: server.now(),
      lastMessagedAt: null,
      newer: false,
      older: false,
    });
    const [list] = await server.db.read.select().from(contactLists).where(eq(contactLists.name, 'people.csv'));
    expect(list).toMatchObject({ organizationId, columns: ['city'] });
    const people = await server.db.read
      .select()
      .from(contacts)
      .where(eq(contacts.contactListId, list?.id ?? 0));
    expect(people).toMatchObject([
      {
        phone: phoneOf(1),
        firstName: 'Ann',
        lastName: 'Doe',
        zip: '10001',
        externalId: 'A-1',
        custom: { city: 'Troy' },
      },
      { phone: phoneOf(2), firstName: 'Bob', lastName: '', zip: '', externalId: '', custom: {} },
    ]);
    expect((await conversation(campaignId, phoneOf(2)))?.contactId).toBe(people[1]?.id);
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
    expect(kept).toMatchObject({ needsMessage: 2, unmessaged: 2 });
  });

  test('leaves out who is twice in the file or on the campaign already, and counts them', async () => {
    const { server, campaign, run } = await setUp();
    const campaignId = await campaign([{ phone: phoneOf(1), status: 'messaged' }]);
    const lines = ['2125550001,Ann', '2125550002,Bob', '+1 212 555 0002,Bobby', '2125550003,Cid'];
    expect(await run(campaignId, lines)).toMatchObject({ rows: 4, imported: 2, duplicates: 2 });
    expect(await run(campaignId, lines)).toMatchObject({ rows: 4, imported: 0, duplicates: 4 });
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
    expect(kept).toMatchObject({ needsMessage: 2, messaged: 1 });
  });

  test('leaves out who opted out of this organization, not who opted out of another', async () => {
    const { server, organizationId, campaign, run, conversation } = await setUp();
    const campaignId = await campaign();
    const other = await server.organization();
    const row = { reason: 'STOP', createdAt: 1 };
    await server.db.write(tx =>
      tx.insert(optOuts).values([
        { organizationId, phone: phoneOf(1), ...row },
        { organizationId: other.id, phone: phoneOf(2), ...row },
      ]),
    );
    const lines = ['2125550001', '2125550002', '2125550001'];
    expect(await run(campaignId, lines)).toMatchObject({ imported: 1, optedOut: 2, duplicates: 0 });
    expect(await conversation(campaignId, phoneOf(1))).toBeUndefined();
  });

  test('brings back who was deleted from the campaign, as if new', async () => {
    const { server, userId, campaign, run, conversation } = await setUp();
    const campaignId = await campaign([{ phone: phoneOf(1), status: 'removed', texterId: userId, escalated: true }]);
    const was = await conversation(campaignId, phoneOf(1));
    const undo = { operationId: 7, beforeTexterId: userId, beforeStatus: 'needsMessage', beforePass: 1 } as const;
    await server.db.write(tx =>
      tx
        .update(conversations)
        .set(undo)
        .where(eq(conversations.id, was?.id ?? 0)),
    );
    server.pass(1_000);
    expect(await run(campaignId, ['2125550001,Anna,Roe,60601'])).toMatchObject({ imported: 0, revived: 1 });
    const row = await conversation(campaignId, phoneOf(1));
    expect(row).toMatchObject({
      id: was?.id,
      status: 'needsMessage',
      pass: 1,
      texterId: null,
      escalated: false,
      zone: zoneNumber('America/Chicago'),
      operationId: null,
      beforeTexterId: null,
      beforeStatus: null,
      beforePass: null,
    });
    const [contact] = await server.db.read
      .select()
      .from(contacts)
      .where(eq(contacts.id, row?.contactId ?? 0));
    expect(contact).toMatchObject({ firstName: 'Anna', lastName: 'Roe', zip: '60601' });
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
    expect(kept).toMatchObject({ needsMessage: 1, unmessaged: 1, removed: 0 });
  });

  for (const [what, line, zone] of [
    ['its own column', '2125550001,,,90001,,America/Denver', 'America/Denver'],
    ['its ZIP where the column says nothing that is known', '2125550001,,,90001,,nowhere', 'America/Los_Angeles'],
    ['its area code where there is no ZIP', '2125550001,,,,,', 'America/New_York'],
  ] as const) {
    test(`takes the time zone from ${what}`, async () => {
      const { campaign, run, conversation } = await setUp();
      const campaignId = await campaign();
      await run(campaignId, [line], { columns: { ...columns, zone: 'city' } });
      expect((await conversation(campaignId, phoneOf(1)))?.zone).toBe(zoneNumber(zone));
    });
  }

  test('hands out ids in blocks: lengthens the last one, and begins another behind those of others', async () => {
    const { server, campaign, run } = await setUp();
    const first = await campaign();
    const blocks = () => server.db.read.select().from(conversationBlocks);
    const shorten = (lastId: number, nextId: number) =>
      server.db.write(tx =>
        tx.update(conversationBlocks).set({ lastId, nextId }).where(eq(conversationBlocks.firstId, 1)),
      );
    await shorten(2, 1);
    await run(first, ['2125550001', '2125550002', '2125550003']);
    expect(await blocks()).toEqual([{ firstId: 1, lastId: 65_538, nextId: 4, campaignId: first }]);
    await shorten(4, 4);
    const second = await campaign();
    await run(first, ['2125550004', '2125550005', '2125550006']);
    expect(await blocks()).toEqual([
      { firstId: 1, lastId: 4, nextId: 5, campaignId: first },
      { firstId: 5, lastId: 65_540, nextId: 5, campaignId: second },
      { firstId: 65_541, lastId: 131_076, nextId: 65_543, campaignId: first },
    ]);
    const ids = await server.db.read.select({ id: conversations.id }).from(conversations).orderBy(conversations.id);
    expect(ids.map(({ id }) => id)).toEqual([1, 2, 3, 4, 65_541, 65_542]);
  });
});
