import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { conversationOf } from '../conversations/conversation-of.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { conversations, messages, optOuts } from '../db/schema/conversations.ts';
import { webhookEvents } from '../db/schema/deliveries.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { wrongMessageCounts } from '../fixture/recount-messages.ts';
import { testServer } from '../fixture/test-server.ts';
import { recordEvent } from '../conversations/record-event.ts';
import { startInbox } from './process-webhooks.ts';
import { storeWebhooks } from './store-webhooks.ts';

const ours = 15_550_000_001;
const theirs = 12_125_550_100;

/** An organization with a number and a campaign that wrote to `theirs` from it an hour ago. */
async function inbox(conversation: GivenConversation = {}) {
  const server = await testServer();
  const { id: organizationId } = await server.organization();
  const [number] = await server.db.write(tx =>
    tx.insert(phoneNumbers).values({ organizationId, phone: ours }).returning(),
  );
  const phoneNumberId = number!.id;
  const hourAgo = server.now() - 3_600_000;
  const texted = { phone: theirs, status: 'messaged', lastMessagedAt: hourAgo } as const;
  const { campaignId, ids } = await addCampaign(server, {
    organizationId,
    conversations: [{ ...texted, ...conversation }],
  });
  await server.db.write(tx => tx.update(conversations).set({ phoneNumberId }));
  const failures: unknown[] = [];
  const works = startInbox(server.world, failure => failures.push(failure));
  const store = storeWebhooks(server.world, works.wake);
  let sids = 0;
  const text = (fields: Record<string, string> = {}) => {
    const all = {
      MessageSid: `SMin${++sids}`,
      From: `+${theirs}`,
      To: `+${ours}`,
      Body: 'Yes!',
      NumMedia: '0',
      ...fields,
    };
    return store({ kind: 'inbound', key: all.MessageSid, fields: all });
  };
  const status = (fields: Record<string, string>) =>
    store({ kind: 'status', key: `${fields.MessageSid} ${fields.MessageStatus} ${fields.ErrorCode ?? ''}`, fields });
  const conversationNow = (id = ids[0]!) => conversationOf(server.db.read, organizationId, id);
  const rows = () => server.db.read.select().from(messages).orderBy(messages.id);
  /** Everything is understood and nothing failed; counts are those of the rows. */
  const settled = async () => {
    await works.idle();
    await works.stop();
    expect(failures).toEqual([]);
    expect(await wrongMessageCounts(server.db.read)).toEqual([]);
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
  };
  return {
    server,
    organizationId,
    phoneNumberId,
    campaignId,
    id: ids[0]!,
    text,
    status,
    works,
    failures,
    conversationNow,
    rows,
    settled,
  };
}

test('a reply is kept in the conversation that we last wrote to from that number', async () => {
  const { server, text, conversationNow, rows, settled, phoneNumberId } = await inbox();
  await text({ Body: 'Yes, I will be there', NumMedia: '1', MediaUrl0: 'https://media.example/1.jpg' });
  await settled();
  expect(await conversationNow()).toMatchObject({ status: 'needsResponse', replied: true, waitingSince: server.now() });
  expect(await rows()).toMatchObject([
    {
      inbound: true,
      text: 'Yes, I will be there',
      media: ['https://media.example/1.jpg'],
      phoneNumberId,
      serviceSid: 'SMin1',
    },
  ]);
});

test('told twice, or twice at once, it is one reply', async () => {
  const { text, rows, settled } = await inbox();
  await Promise.all([text({ MessageSid: 'SMsame' }), text({ MessageSid: 'SMsame' })]);
  await text({ MessageSid: 'SMsame', Body: 'again' });
  await settled();
  expect(await rows()).toHaveLength(1);
});

test('a reply to an archived campaign is kept all the same', async () => {
  const { server, text, conversationNow, settled, campaignId } = await inbox({ status: 'closed' });
  await server.db.write(tx =>
    tx.update(campaigns).set({ archivedAt: server.now() }).where(eq(campaigns.id, campaignId)),
  );
  await text();
  await settled();
  expect((await conversationNow()).status).toBe('needsResponse');
});

test('of several campaigns the one that wrote last from this number gets the reply', async () => {
  const { server, organizationId, phoneNumberId, text, settled } = await inbox();
  const later = { phone: theirs, status: 'messaged', lastMessagedAt: server.now() - 60_000 } as const;
  const second = await addCampaign(server, { organizationId, conversations: [later] });
  const elsewhere = await addCampaign(server, {
    organizationId,
    conversations: [{ ...later, lastMessagedAt: server.now() }],
  });
  await server.db.write(async tx => {
    await tx.update(conversations).set({ phoneNumberId }).where(eq(conversations.campaignId, second.campaignId));
    await tx
      .update(conversations)
      .set({ phoneNumberId: 999 })
      .where(eq(conversations.campaignId, elsewhere.campaignId));
  });
  await text();
  await settled();
  const waiting = await server.db.read.select().from(conversations).where(eq(conversations.status, 'needsResponse'));
  expect(waiting.map(({ campaignId }) => campaignId)).toEqual([second.campaignId]);
});

test('what answers nothing of ours goes to the inbox of the number, all of it into one conversation', async () => {
  const { server, text, settled, organizationId } = await inbox();
  await text({ From: '+13105550199', Body: 'Who is this?' });
  await text({ From: '+13105550199', Body: 'Hello?' });
  await settled();
  const [number] = await server.db.read.select().from(phoneNumbers);
  const where = and(
    eq(conversations.campaignId, number!.inboxCampaignId!),
    eq(conversations.organizationId, organizationId),
  );
  const found = await server.db.read.select().from(conversations).where(where);
  expect(found).toMatchObject([{ phone: 13_105_550_199, status: 'needsResponse' }]);
  const { kept, recounted } = await keptAndRecounted(server.db.read, number!.inboxCampaignId!);
  expect(kept).toEqual(recounted);
});

test('a number that is not ours is kept with its error, and what comes behind it is not held up', async () => {
  const { server, text, works, failures, conversationNow } = await inbox();
  await text({ To: '+19999999999' });
  await text();
  await works.idle();
  await works.stop();
  expect(failures.length).toBeGreaterThan(0);
  expect((await conversationNow()).status).toBe('needsResponse');
  const [stuck] = await server.db.read.select().from(webhookEvents);
  expect(stuck).toMatchObject({ error: 'UnknownNumber', attempts: 5 });
});

for (const [how, fields] of [
  ['the word', { Body: 'Stop.' }],
  ['the provider’s own understanding', { Body: 'arrêt', OptOutType: 'STOP' }],
] as const) {
  test(`an opt-out by ${how} holds in every campaign of the organization, and cancels what is queued`, async () => {
    const { server, organizationId, id, text, conversationNow, rows, settled } = await inbox({
      status: 'needsMessage',
    });
    const other = await addCampaign(server, { organizationId, conversations: [{ phone: theirs }] });
    await server.db.write(tx =>
      recordEvent(tx, {
        organizationId,
        conversationId: id,
        event: { type: 'initialAccepted', at: server.now() },
        message: { text: 'Hi' },
        now: server.now(),
      }),
    );
    await server.db.write(tx => tx.update(conversations).set({ phoneNumberId: 1 }).where(eq(conversations.id, id)));
    await text(fields);
    await settled();
    expect(await conversationNow()).toMatchObject({ status: 'closed', optedOut: true, waitingSince: null });
    expect(await conversationNow(other.ids[0])).toMatchObject({ status: 'needsMessage', optedOut: true });
    expect((await rows()).map(({ sendStatus }) => sendStatus)).toEqual(['cancelled', null]);
    expect(await server.db.read.select().from(optOuts)).toMatchObject([{ phone: theirs, reason: 'reply' }]);
  });
}

test('START opts back in', async () => {
  const { server, text, conversationNow, settled } = await inbox();
  await text({ Body: 'STOP' });
  await text({ Body: 'start' });
  await settled();
  expect(await conversationNow()).toMatchObject({ status: 'needsResponse', optedOut: false });
  expect(await server.db.read.select().from(optOuts)).toEqual([]);
});

test('who likely wants no more texts is shown to a person, and not opted out by guessing', async () => {
  const { text, conversationNow, settled } = await inbox();
  await text({ Body: 'Please don’t text me anymore' });
  await settled();
  expect(await conversationNow()).toMatchObject({ optedOut: false, likelyOptOut: true, needsAttention: true });
});

test('callbacks in any order, twice and late, never move a delivery backwards', async () => {
  const { server, organizationId, id, status, rows, settled } = await inbox({ status: 'needsMessage' });
  await server.db.write(tx =>
    recordEvent(tx, {
      organizationId,
      conversationId: id,
      event: { type: 'initialAccepted', at: server.now() },
      message: { text: 'Hi' },
      now: server.now(),
    }),
  );
  await server.db.write(tx => tx.update(messages).set({ attempts: 1 }));
  const [message] = await rows();
  const about = { MessageSid: 'SMout', '?message': String(message!.id), '?attempt': '1' };
  for (const MessageStatus of ['sent', 'delivered', 'queued', 'sent', 'delivered', 'undelivered']) {
    await status({ ...about, MessageStatus });
  }
  await settled();
  expect((await rows())[0]).toMatchObject({ sendStatus: 'delivered', serviceSid: 'SMout' });
});

test('a callback about an earlier try, or about nothing of ours, changes nothing', async () => {
  const { server, organizationId, id, status, rows, settled } = await inbox({ status: 'needsMessage' });
  await server.db.write(tx =>
    recordEvent(tx, {
      organizationId,
      conversationId: id,
      event: { type: 'initialAccepted', at: server.now() },
      message: { text: 'Hi' },
      now: server.now(),
    }),
  );
  await server.db.write(tx => tx.update(messages).set({ attempts: 2 }));
  const [message] = await rows();
  await status({ MessageSid: 'SMold', MessageStatus: 'failed', '?message': String(message!.id), '?attempt': '1' });
  await status({ MessageSid: 'SMforeign', MessageStatus: 'delivered' });
  await settled();
  expect((await rows())[0]).toMatchObject({ sendStatus: 'queued', serviceSid: null });
});
