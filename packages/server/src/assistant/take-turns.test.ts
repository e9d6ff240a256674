import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { campaignOf } from '../campaigns/campaign.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import { openDatabase } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { assistantTurns, conversations, messages, typing } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { wrongMessageCounts } from '../fixture/recount-messages.ts';
import { testServer } from '../fixture/test-server.ts';
import { startInbox } from '../inbound/process-webhooks.ts';
import { storeWebhooks } from '../inbound/store-webhooks.ts';
import { queueText } from '../messages/queue-text.ts';
import { createBus } from '../realtime/bus.ts';
import { purgeTyping } from './purge-typing.ts';
import { takeTurns } from './take-turns.ts';

const ours = 15_550_000_001;
const assistantRules = [
  { contains: ['where'], answer: 'At the town hall, {firstName}.' },
  { contains: ['thanks'], answer: 'You are welcome!' },
];

/** A campaign that its assistant operates, and people who were texted by it. */
async function operated(people = 1, campaign: Partial<typeof campaigns.$inferInsert> = {}) {
  const server = await testServer();
  const session = await server.session();
  const { organizationId, userId } = session;
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: ours, sendEveryMs: 1 }));
  const { campaignId, ids } = await addCampaign(server, {
    organizationId,
    campaign: { operatedBy: 'assistant', assistantRules, ...campaign },
    conversations: Array(people).fill({}),
  });
  const text = (conversationId: number, kind: 'initial' | 'reply', by: number | null = null) =>
    server.db.write(async tx =>
      queueText(tx, {
        campaign: await campaignOf(tx, organizationId, campaignId),
        conversation: await conversationOf(tx, organizationId, conversationId),
        kind,
        text: 'Hi',
        userId: by,
        now: server.now(),
      }),
    );
  for (const id of ids) await text(id, 'initial');
  const inbox = startInbox(server.world, error => expect.fail(String(error)));
  const store = storeWebhooks(server.world, inbox.wake);
  let sid = 0;
  /** The person writes, through the provider's webhook. */
  const says = async (conversationId: number, Body: string) => {
    const { phone } = await conversationOf(server.db.read, organizationId, conversationId);
    const MessageSid = `SM${++sid}`;
    await store({ kind: 'inbound', key: MessageSid, fields: { MessageSid, From: `+${phone}`, To: `+${ours}`, Body } });
    await inbox.idle();
  };
  const state = (id = ids[0]!) => conversationOf(server.db.read, organizationId, id);
  const answers = async () =>
    (await server.db.read.select().from(messages).where(eq(messages.assistant, true))).map(({ text }) => text);
  const turns = () => server.db.read.select().from(assistantTurns);
  const change = (values: Partial<typeof campaigns.$inferInsert>) =>
    server.db.write(tx => tx.update(campaigns).set(values).where(eq(campaigns.id, campaignId)));
  const stop = () => inbox.stop();
  return { server, session, userId, campaignId, ids, text, says, state, answers, turns, change, stop };
}

const afterThinking = 4_000;

test('a reply is answered by the first rule that fits, after a moment, and marked as the assistant’s', async () => {
  const { server, ids, says, state, answers, turns, stop } = await operated();
  expect((await state()).assistant).toBe(true);
  await says(ids[0]!, 'Where do I vote? Thanks');
  await takeTurns(server.world);
  expect(await answers()).toEqual([]);
  server.pass(afterThinking);
  await takeTurns(server.world);
  expect(await answers()).toEqual([`At the town hall, Ann ${ids[0]}.`]);
  expect(await state()).toMatchObject({ status: 'convo', assistant: true, needsAttention: false, waitingSince: null });
  expect(await turns()).toEqual([]);
  await takeTurns(server.world);
  expect(await answers()).toHaveLength(1);
  expect(await wrongMessageCounts(server.db.read)).toEqual([]);
  await stop();
});

test('what no rule fits is handed over to a person, and stays with them', async () => {
  const { server, ids, says, state, answers, turns, stop } = await operated();
  await says(ids[0]!, 'Who pays for this?');
  server.pass(afterThinking);
  await takeTurns(server.world);
  expect(await state()).toMatchObject({ status: 'needsResponse', assistant: false, needsAttention: true });
  await says(ids[0]!, 'where?');
  expect(await turns()).toEqual([]);
  expect(await answers()).toEqual([]);
  await stop();
});

test('several texts in a row are answered once, after the last', async () => {
  const { server, ids, says, answers, stop } = await operated();
  await says(ids[0]!, 'Hello');
  server.pass(3_000);
  await says(ids[0]!, 'where is it');
  server.pass(3_000);
  await takeTurns(server.world);
  expect(await answers()).toEqual([]);
  server.pass(1_000);
  await takeTurns(server.world);
  expect(await answers()).toHaveLength(1);
  await stop();
});

test('while a person types the assistant is silent; when they answered, the conversation is theirs', async () => {
  const { server, ids, userId, text, says, state, answers, turns, stop } = await operated(2);
  for (const id of ids) await says(id, 'where');
  const until = server.now() + 30_000;
  await server.db.write(tx => tx.insert(typing).values(ids.map(conversationId => ({ conversationId, userId, until }))));
  server.pass(afterThinking);
  await takeTurns(server.world);
  expect(await answers()).toEqual([]);
  expect((await turns()).map(({ dueAt }) => dueAt)).toEqual([until, until]);
  await text(ids[0]!, 'reply', userId);
  server.pass(26_000);
  await takeTurns(server.world);
  expect(await answers()).toEqual([`At the town hall, Ann ${ids[1]}.`]);
  expect(await turns()).toEqual([]);
  expect(await state(ids[0])).toMatchObject({ assistant: false });
  await says(ids[0]!, 'where exactly');
  expect(await turns()).toEqual([]);
  server.pass(1);
  await purgeTyping(server.world);
  expect(await server.db.read.select().from(typing)).toEqual([]);
  await stop();
});

for (const [why, values] of [
  ['opted out', { optedOut: true }],
  ['was escalated', { escalated: true }],
  ['was closed', { status: 'closed' }],
  ['seems to want no more texts', { likelyOptOut: true }],
  ['was taken from the assistant', { assistant: false }],
] as const) {
  test(`a conversation that ${why} in between is not answered`, async () => {
    const { server, ids, says, answers, turns, stop } = await operated();
    await says(ids[0]!, 'where');
    await server.db.write(tx => tx.update(conversations).set(values).where(eq(conversations.id, ids[0]!)));
    server.pass(afterThinking);
    await takeTurns(server.world);
    expect([await answers(), await turns()]).toEqual([[], []]);
    await stop();
  });
}

for (const word of ['STOP', 'HELP', 'please take me off your list']) {
  test(`“${word}” is no question for the assistant`, async () => {
    const { ids, says, turns, stop } = await operated();
    await says(ids[0]!, word);
    expect(await turns()).toEqual([]);
    await stop();
  });
}

test('while the campaign is archived, stopped, or it is night at the contact’s, the answer waits', async () => {
  const { server, ids, says, answers, change, stop } = await operated();
  await says(ids[0]!, 'where');
  server.pass(afterThinking);
  await change({ archivedAt: 1 });
  await takeTurns(server.world);
  await change({ archivedAt: null, sendingPausedAt: 1 });
  server.pass(600_000);
  await takeTurns(server.world);
  await change({ sendingPausedAt: null });
  server.pass(10 * 3_600_000);
  await takeTurns(server.world);
  expect(await answers()).toEqual([]);
  server.pass(11 * 3_600_000);
  await takeTurns(server.world);
  expect(await answers()).toHaveLength(1);
  await stop();
});

test('two servers on one database answer each reply once', async () => {
  const { server, ids, says, answers, stop } = await operated(12);
  const db = await openDatabase({ url: server.url });
  const other = { db, now: server.now, bus: createBus(), sms: null };
  for (const id of ids) await says(id, 'thanks');
  server.pass(afterThinking);
  await Promise.all([takeTurns(server.world), takeTurns(other), takeTurns(server.world), takeTurns(other)]);
  expect(await answers()).toHaveLength(12);
  await db.close();
  await stop();
});

test('a reply that an agent gives to the assistant is answered by it', async () => {
  const { server, session, userId, ids, says, answers, stop } = await operated(1, { operatedBy: 'agents' });
  const conversationId = ids[0]!;
  await says(conversationId, 'where');
  await server.db.write(tx =>
    tx.update(conversations).set({ texterId: userId }).where(eq(conversations.id, conversationId)),
  );
  await server.caller(session).texting.change({ conversationId, change: { type: 'assistant', on: true } });
  server.pass(afterThinking);
  await takeTurns(server.world);
  expect(await answers()).toHaveLength(1);
  await stop();
});

test('a campaign of agents is left to them', async () => {
  const { ids, says, state, turns, stop } = await operated(1, { operatedBy: 'agents' });
  await says(ids[0]!, 'where');
  expect(await turns()).toEqual([]);
  expect((await state()).assistant).toBe(false);
  await stop();
});
