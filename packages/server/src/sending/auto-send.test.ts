import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../db/open.ts';
import { campaigns, contacts, passes } from '../db/schema/campaigns.ts';
import { conversations, messages } from '../db/schema/conversations.ts';

import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { fakeSms } from '../fixture/fake-sms.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { wrongMessageCounts } from '../fixture/recount-messages.ts';
import { testServer } from '../fixture/test-server.ts';
import { startSender } from '../messages/sender.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import { createBus } from '../realtime/bus.ts';
import type { World } from '../world.ts';
import { autoSend } from './auto-send.ts';

const losAngeles = 5;
const nineInNewYork = Date.UTC(2026, 9, 13, 13);

/** A campaign of Ada's with these people, and a number that takes a message every so many ms. */
async function campaign(people: GivenConversation[], { sendEveryMs = 1, now = Date.UTC(2026, 9, 13, 16) } = {}) {
  const sms = fakeSms();
  const server = await testServer({ sms, now });
  const session = await server.session();
  const { organizationId } = session;
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001, sendEveryMs }));
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: people });
  await server.db.write(tx => tx.update(passes).set({ script: 'Hi {firstName}, {texterFirstName} here' }));
  const { sending } = server.caller(session);
  const written = async () =>
    (await server.db.read.select().from(messages).orderBy(messages.id)).map(({ conversationId }) => conversationId);
  const send = async () => {
    const sender = startSender(server.world, error => expect.fail(String(error)));
    await sender.idle();
    await sender.stop();
  };
  const change = (values: Partial<typeof campaigns.$inferInsert>) =>
    server.db.write(tx => tx.update(campaigns).set(values).where(eq(campaigns.id, campaignId)));
  return { server, session, sms, organizationId, campaignId, ids, sending, written, send, change };
}

const nobody = Array<GivenConversation>(3).fill({});

test('a campaign sends its initial messages by itself, in the name of who started it, and then it has ended', async () => {
  const { server, sms, campaignId, sending, send, ids } = await campaign(nobody);
  await autoSend(server.world);
  expect(await server.db.read.select().from(messages)).toEqual([]);
  await sending.start({ campaignId, perHour: null });
  await autoSend(server.world);
  await send();
  expect(sms.sent.map(({ text }) => text)).toEqual(ids.map(id => `Hi Ann ${id}, Ada here`));
  const rows = await server.db.read.select().from(messages);
  expect(rows.every(({ userId, assistant }) => userId === null && !assistant)).toBe(true);
  expect((await sending.status({ campaignId })).state).toBe('running');
  await autoSend(server.world);
  expect(await sending.status({ campaignId })).toMatchObject({
    state: 'off',
    remaining: 0,
    queued: 0,
    sentLastHour: 3,
  });
  const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
  expect(kept).toEqual(recounted);
  expect(await wrongMessageCounts(server.db.read)).toEqual([]);
});

test('nobody is texted whom a texter holds, who opted out, is escalated, was texted before, or sleeps', async () => {
  const people = [
    { texterId: 1 },
    { optedOut: true },
    { escalated: true },
    { status: 'messaged', lastMessagedAt: 1 },
    { status: 'closed' },
    { status: 'removed' },
    { zone: losAngeles } as GivenConversation,
    {},
  ] as GivenConversation[];
  const { server, campaignId, ids, sending, written } = await campaign(people, { now: nineInNewYork });
  await sending.start({ campaignId, perHour: null });
  await autoSend(server.world);
  expect(await written()).toEqual([ids[7]]);
  expect(await sending.status({ campaignId })).toMatchObject({
    remaining: 1,
    queued: 1,
    opensAt: nineInNewYork + 3 * 3_600_000,
  });
  server.pass(3 * 3_600_000);
  await autoSend(server.world);
  expect(await written()).toEqual([ids[7], ids[6]]);
});

for (const [why, values] of [
  ['is archived', { archivedAt: 1 }],
  ['is not launched', { launchedAt: null }],
  ['is past its due date', { dueAt: 1 }],
  ['was stopped by failures', { sendingPausedAt: 1 }],
] as const) {
  test(`a campaign that ${why} sends nothing, and cannot be started`, async () => {
    const { server, campaignId, sending, written, change } = await campaign(nobody);
    await sending.start({ campaignId, perHour: null });
    await change(values);
    await autoSend(server.world);
    expect(await written()).toEqual([]);
    await expect(sending.start({ campaignId, perHour: null })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
}

test('without a script or a number it cannot be started, and the status says which', async () => {
  const { server, campaignId, sending } = await campaign(nobody);
  await server.db.write(tx => tx.delete(phoneNumbers));
  expect((await sending.status({ campaignId })).blocked).toBe('refusal.noNumber');
  await server.db.write(tx => tx.update(passes).set({ script: ' ' }));
  expect(await sending.status({ campaignId })).toMatchObject({
    blocked: 'refusal.noScript',
    forecast: { endsAt: null },
  });
  await expect(sending.start({ campaignId, perHour: null })).rejects.toMatchObject({
    cause: { reason: 'refusal.noScript' },
  });
});

test('a limit per hour is kept from round to round', async () => {
  const { server, campaignId, sending, written } = await campaign(Array<GivenConversation>(30).fill({}));
  await sending.start({ campaignId, perHour: 720 });
  for (let second = 0; second < 60; second++) {
    await autoSend(server.world);
    server.pass(1_000);
  }
  expect(await written()).toHaveLength(12);
  expect((await sending.status({ campaignId })).perSecond).toBeCloseTo(0.2);
});

test('no more wait in the queue than leave within ten seconds, so that a pause acts soon', async () => {
  const people = Array<GivenConversation>(40).fill({});
  const { server, campaignId, sending, written, send } = await campaign(people, { sendEveryMs: 1_000 });
  await sending.start({ campaignId, perHour: null });
  await autoSend(server.world);
  await autoSend(server.world);
  expect(await written()).toHaveLength(10);
  server.pass(1_000);
  await send();
  await sending.pause({ campaignId });
  await autoSend(server.world);
  expect(await written()).toHaveLength(10);
  expect((await sending.status({ campaignId })).state).toBe('paused');
  await sending.resume({ campaignId });
  await autoSend(server.world);
  expect((await written()).length).toBeGreaterThan(10);
});

test('who opts out while their text waits in the queue does not get it', async () => {
  const { server, sms, organizationId, campaignId, ids, sending, send } = await campaign(nobody);
  await sending.start({ campaignId, perHour: null });
  await autoSend(server.world);
  const [row] = await server.db.read.select().from(conversations).where(eq(conversations.id, ids[1]!));
  const { phone } = row!;
  await server.db.write(tx => optOutPhone(tx, { organizationId, phone, reason: 'manual', now: server.now() }));
  await send();
  expect(sms.sent.map(({ to }) => to)).not.toContain(phone);
  expect(sms.sent).toHaveLength(2);
});

test('a text that is empty once it is filled in is passed by, and holds nobody up', async () => {
  const { server, campaignId, ids, sending, written } = await campaign(nobody);
  await server.db.write(async tx => {
    await tx.update(passes).set({ script: '{firstName}' });
    await tx.update(contacts).set({ firstName: '' }).where(eq(contacts.id, ids[0]!));
  });
  await sending.start({ campaignId, perHour: 1 });
  await autoSend(server.world);
  expect(await written()).toEqual([ids[1]]);
});

test('two servers on one database text nobody twice and keep one limit together', async () => {
  const people = Array<GivenConversation>(60).fill({});
  const { server, organizationId, campaignId, ids, sending, written } = await campaign(people);
  const db = await openDatabase({ url: server.url });
  const other: World = { db, now: server.now, bus: createBus(), sms: null };
  await sending.start({ campaignId, perHour: null });
  await Promise.all([autoSend(server.world), autoSend(other), autoSend(server.world), autoSend(other)]);
  expect((await written()).sort((a, b) => a - b)).toEqual(ids);
  await sending.stop({ campaignId });
  const { campaignId: second } = await addCampaign(server, {
    organizationId,
    conversations: Array<GivenConversation>(20).fill({}),
  });
  await sending.start({ campaignId: second, perHour: 3_600 });
  server.pass(4_000);
  await Promise.all([autoSend(server.world), autoSend(other)]);
  expect(await written()).toHaveLength(64);
  await db.close();
});

test('starting, pausing, resuming and stopping are told to open pages, and refused where they make no sense', async () => {
  const { server, campaignId, sending } = await campaign(nobody);
  await expect(sending.pause({ campaignId })).rejects.toMatchObject({ cause: { reason: 'refusal.notSending' } });
  await expect(sending.resume({ campaignId })).rejects.toMatchObject({ cause: { reason: 'refusal.notPaused' } });
  let told = 0;
  server.world.bus.onPoke(() => told++);
  await sending.start({ campaignId, perHour: 100 });
  await sending.pause({ campaignId });
  await sending.resume({ campaignId });
  await sending.stop({ campaignId });
  expect(told).toBe(4);
  expect(await sending.status({ campaignId })).toMatchObject({ state: 'off', startedBy: { name: 'Ada' } });
});
