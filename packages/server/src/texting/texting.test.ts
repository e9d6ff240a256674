import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { campaigns, cannedReplies, questions } from '../db/schema/campaigns.ts';
import { conversations, escalations, messages, optOuts } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { wrongMessageCounts } from '../fixture/recount-messages.ts';
import { testServer } from '../fixture/test-server.ts';
import { newestEvent } from '../realtime/read-events.ts';

/** A texter who holds these conversations of one campaign, and a number to write from. */
async function texter(given: (userId: number, now: number) => GivenConversation[]) {
  const server = await testServer();
  const { id: organizationId } = await server.organization();
  const { id: userId } = await server.user({ organizationId, name: 'Ada Lovelace', role: 'texter' });
  const session = await server.session({ organizationId, userId, role: 'texter' });
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 }));
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: given(userId, server.now()) });
  const caller = server.caller(session);
  const counted = async () => {
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
    expect(await wrongMessageCounts(server.db.read)).toEqual([]);
  };
  const row = async (id = ids[0]!) =>
    (await server.db.read.select().from(conversations).where(eq(conversations.id, id)))[0]!;
  return { server, organizationId, userId, session, caller, campaignId, ids, counted, row };
}

const unsent = (userId: number): GivenConversation => ({ texterId: userId });
const waiting = (userId: number, now: number, minutes = 10): GivenConversation => ({
  texterId: userId,
  status: 'needsResponse',
  replied: true,
  lastMessagedAt: now - 86_400_000,
  waitingSince: now - minutes * 60_000,
});

/** The initial message as the page shows it. */
const initial = (conversationId: number) => ({
  conversationId,
  text: `Hi Ann ${conversationId}`,
  requestKey: randomUUID(),
});

test('initial messages come with the script filled in, by pages', async () => {
  const { caller, ids } = await texter(userId => [unsent(userId), unsent(userId), unsent(userId), {}]);
  const first = await caller.texting.queue({ kind: 'unsent', after: null, limit: 2 });
  expect(first).toMatchObject({ held: { unsent: 3, unreplied: 0 }, next: ids[1] });
  expect(first.waiting[0]).toMatchObject({
    conversationId: ids[0],
    text: `Hi Ann ${ids[0]}`,
    segments: 1,
    hours: { open: true, opensAt: null },
  });
  const rest = await caller.texting.queue({ kind: 'unsent', after: first.next, limit: 2 });
  expect(rest.waiting.map(({ conversationId }) => conversationId)).toEqual([ids[2]]);
  expect(rest.next).toBeNull();
});

test('who may be texted now comes before who sleeps, and sleepers come with their hour where there is nobody else', async () => {
  const { server, caller, ids, campaignId } = await texter(userId => [unsent(userId), unsent(userId)]);
  await server.db.write(tx =>
    tx
      .update(campaigns)
      .set({ textingFromMinute: 12 * 60 })
      .where(eq(campaigns.id, campaignId)),
  );
  await server.db.write(tx => tx.update(conversations).set({ zone: 5 }).where(eq(conversations.id, ids[0]!)));
  const first = async () => (await caller.texting.queue({ kind: 'unsent', after: null, limit: 1 })).waiting[0];
  expect(await first()).toMatchObject({ conversationId: ids[1], hours: { open: true } });
  const { conversationId, text } = (await first())!;
  await caller.texting.sendInitial({ conversationId, text, requestKey: randomUUID() });
  expect(await first()).toMatchObject({
    conversationId: ids[0],
    hours: { open: false, opensAt: server.now() + 3 * 3_600_000 },
  });
});

test('replies come with the longest waiting first', async () => {
  const { caller, ids } = await texter((userId, now) => [waiting(userId, now, 5), waiting(userId, now, 50)]);
  const { waiting: rows } = await caller.texting.queue({ kind: 'unreplied', after: null, limit: 10 });
  expect(rows.map(({ conversationId }) => conversationId)).toEqual([ids[1], ids[0]]);
});

test('a reply shows how it begins', async () => {
  const { server, organizationId, campaignId, caller, ids } = await texter((userId, now) => [waiting(userId, now)]);
  const from = { organizationId, campaignId, conversationId: ids[0]!, inbound: true, createdAt: server.now() };
  await server.db.write(async tx => {
    await tx.insert(messages).values([
      { ...from, text: 'Hello' },
      { ...from, text: 'Where is it? '.repeat(30) },
      { ...from, inbound: false, text: 'Hi', sendStatus: 'sent' },
    ]);
  });
  const { waiting: rows } = await caller.texting.queue({ kind: 'unreplied', after: null, limit: 10 });
  expect(rows[0]?.text).toBe('Where is it? '.repeat(30).slice(0, 160));
});

test('what nobody may text any more is not counted as waiting', async () => {
  const { caller } = await texter(userId => [unsent(userId), { ...unsent(userId), optedOut: true }]);
  const { held, waiting: rows } = await caller.texting.queue({ kind: 'unsent', after: null, limit: 10 });
  expect([held.unsent, rows.length]).toEqual([1, 1]);
});

test('a held key sends one text: the second is told that the conversation has changed', async () => {
  const { server, caller, ids, counted } = await texter(userId => [unsent(userId)]);
  const conversationId = ids[0]!;
  const twice = await Promise.allSettled([
    caller.texting.sendInitial(initial(conversationId)),
    caller.texting.sendInitial(initial(conversationId)),
  ]);
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const sent = await server.db.read.select().from(messages);
  expect(sent).toMatchObject([{ text: `Hi Ann ${conversationId}`, sendStatus: 'queued', initialOfPass: 1 }]);
  await counted();
});

test('an initial message that the network makes the page send twice goes out once, and the page hears that it did', async () => {
  const { server, caller, ids, counted } = await texter(userId => [unsent(userId)]);
  const asked = initial(ids[0]!);
  const [first, again] = [await caller.texting.sendInitial(asked), await caller.texting.sendInitial(asked)];
  expect(again).toEqual(first);
  expect(await server.db.read.select().from(messages)).toHaveLength(1);
  await counted();
});

test('a script that was changed does not go out unseen', async () => {
  const { server, caller, ids } = await texter(userId => [unsent(userId)]);
  const seen = { ...initial(ids[0]!), text: 'Hi Ann, come on Friday' };
  await expect(caller.texting.sendInitial(seen)).rejects.toMatchObject({ cause: { reason: 'refusal.scriptChanged' } });
  expect(await server.db.read.select().from(messages)).toEqual([]);
});

test('variants of the script are dealt to the conversations, always the same one to the same person', async () => {
  const { server, caller, campaignId } = await texter(userId => [unsent(userId), unsent(userId)]);
  const { passes } = await import('../db/schema/campaigns.ts');
  await server.db.write(tx =>
    tx
      .update(passes)
      .set({ script: 'A {texterFirstName}', variants: ['B {city}'] })
      .where(eq(passes.campaignId, campaignId)),
  );
  const texts = async () =>
    (await caller.texting.queue({ kind: 'unsent', after: null, limit: 9 })).waiting.map(({ text }) => text);
  expect((await texts()).sort()).toEqual(['A Ada', 'B Troy']);
  expect(await texts()).toEqual(await texts());
});

test('a reply that the network makes the page send twice goes out once', async () => {
  const { server, caller, ids, counted, row } = await texter((userId, now) => [waiting(userId, now)]);
  const reply = { conversationId: ids[0]!, text: 'See you there', media: [], requestKey: randomUUID() };
  const [first, again] = [await caller.texting.sendReply(reply), await caller.texting.sendReply(reply)];
  expect(again).toEqual(first);
  expect(await server.db.read.select().from(messages)).toHaveLength(1);
  expect(await row()).toMatchObject({ status: 'convo', waitingSince: null, lastMessagedAt: server.now() });
  await counted();
});

const day = 86_400_000;
for (const [why, change, reason] of [
  ['went to somebody else', { texterId: null }, 'refusal.notYours'],
  ['opted out', { optedOut: true }, 'refusal.contactOptedOut'],
] as const) {
  test(`nothing is sent to somebody who ${why} in between`, async () => {
    const { server, caller, ids } = await texter(userId => [unsent(userId)]);
    await server.db.write(tx => tx.update(conversations).set(change));
    const sending = caller.texting.sendInitial(initial(ids[0]!));
    await expect(sending).rejects.toMatchObject({ cause: { code: 'conflict', reason } });
    expect(await server.db.read.select().from(messages)).toEqual([]);
  });
}

for (const [why, change, reason] of [
  ['archived', { archivedAt: 1 }, 'refusal.archived'],
  ['not launched', { launchedAt: null }, 'refusal.notLaunched'],
  ['paused', { sendingPausedAt: 1 }, 'refusal.sendingPaused'],
  ['past its due date', { dueAt: 1 }, 'refusal.pastDue'],
  ['outside its hours', { textingFromMinute: 18 * 60, textingToMinute: 19 * 60 }, 'refusal.outsideHours'],
] as const) {
  test(`nothing is sent while the campaign is ${why}`, async () => {
    const { server, caller, ids } = await texter(userId => [unsent(userId)]);
    await server.db.write(tx => tx.update(campaigns).set(change));
    await expect(caller.texting.sendInitial(initial(ids[0]!))).rejects.toMatchObject({ cause: { reason } });
  });
}

test('a thread has the messages, the contact, what was answered, and replies that are filled in', async () => {
  const { server, caller, ids, campaignId } = await texter((userId, now) => [waiting(userId, now)]);
  const options = [{ id: 1, answer: 'Yes', reply: 'Great, {firstName}!' }];
  await server.db.write(async tx => {
    await tx.insert(questions).values({ campaignId, text: 'Will you come?', options, position: 1 });
    await tx.insert(cannedReplies).values({ campaignId, title: 'Where', text: 'In {city}', position: 1 });
  });
  const conversationId = ids[0]!;
  await caller.texting.sendReply({ conversationId, text: 'Hi', media: [], requestKey: randomUUID() });
  const [question] = (await caller.texting.thread({ conversationId, before: null })).questions;
  await caller.texting.change({ conversationId, change: { type: 'answer', questionId: question!.id, value: 'Yes' } });
  const thread = await caller.texting.thread({ conversationId, before: null });
  expect(thread).toMatchObject({
    hours: { open: true },
    state: { status: 'convo' },
    messages: [{ text: 'Hi', sendStatus: 'queued', inbound: false }],
    cannedReplies: [{ text: 'In Troy' }],
    questions: [{ answer: 'Yes', options: [{ reply: `Great, Ann ${conversationId}!` }] }],
    earlier: false,
  });
  const wrong = { type: 'answer', questionId: question!.id, value: 'Perhaps' } as const;
  await expect(caller.texting.change({ conversationId, change: wrong })).rejects.toMatchObject({
    cause: { reason: 'refusal.noAnswer' },
  });
});

test('of a long thread the newest hundred messages come first, and the earlier ones when they are asked for', async () => {
  const { server, organizationId, campaignId, caller, ids } = await texter((userId, now) => [waiting(userId, now)]);
  const conversationId = ids[0]!;
  const from = { organizationId, campaignId, conversationId, inbound: true, createdAt: server.now() };
  const texts = Array.from({ length: 130 }, (_, at) => `${at}`);
  await server.db.write(tx => tx.insert(messages).values(texts.map(text => ({ ...from, text }))));
  const newest = await caller.texting.thread({ conversationId, before: null });
  const earlier = await caller.texting.thread({ conversationId, before: newest.messages[0]!.id });
  expect([newest.earlier, earlier.earlier]).toEqual([true, false]);
  expect([...earlier.messages, ...newest.messages].map(({ text }) => text)).toEqual(texts);
});

test('closing, reopening, tagging and escalating change the row and its counts', async () => {
  const { server, caller, ids, counted, row } = await texter((userId, now) => [
    waiting(userId, now),
    waiting(userId, now),
  ]);
  const [conversationId, other] = ids as [number, number];
  await caller.texting.change({ conversationId, change: { type: 'close' } });
  expect((await row()).status).toBe('closed');
  await caller.texting.change({ conversationId, change: { type: 'reopen' } });
  expect((await row()).status).toBe('needsResponse');
  for (const name of ['a', 'b', 'c', 'c'])
    await caller.texting.change({ conversationId, change: { type: 'tag', name } });
  const fourth = caller.texting.change({ conversationId, change: { type: 'tag', name: 'd' } });
  await expect(fourth).rejects.toMatchObject({ cause: { reason: 'refusal.tooManyTags' } });
  const { tags } = await caller.texting.thread({ conversationId, before: null });
  expect(tags.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  await caller.texting.change({ conversationId, change: { type: 'untag', tagId: tags[0]!.id } });
  expect((await caller.texting.thread({ conversationId, before: null })).tags).toHaveLength(2);
  await caller.texting.change({ conversationId: other, change: { type: 'escalate', reason: 'Needs a lawyer' } });
  expect(await row(other)).toMatchObject({ escalated: true, texterId: null });
  expect(await server.db.read.select().from(escalations)).toMatchObject([
    { reason: 'Needs a lawyer', resolvedAt: null },
  ]);
  await counted();
});

test('a texter opts a person out, at once and everywhere', async () => {
  const { server, organizationId, caller, ids, counted, row } = await texter((userId, now) => [waiting(userId, now)]);
  const phone = (await row()).phone;
  const elsewhere = await addCampaign(server, { organizationId, conversations: [{ phone }] });
  await caller.texting.change({ conversationId: ids[0]!, change: { type: 'optOut' } });
  expect((await row(elsewhere.ids[0])).optedOut).toBe(true);
  expect(await server.db.read.select().from(optOuts)).toMatchObject([{ phone, reason: 'texter' }]);
  await counted();
});

test('another texter’s conversation is neither shown nor changed', async () => {
  const { server, organizationId, ids } = await texter((userId, now) => [waiting(userId, now)]);
  const other = server.caller(await server.session({ organizationId, role: 'texter' }));
  const conversationId = ids[0]!;
  await expect(other.texting.thread({ conversationId, before: null })).rejects.toMatchObject({
    cause: { reason: 'refusal.notYours' },
  });
  await expect(other.texting.change({ conversationId, change: { type: 'close' } })).rejects.toMatchObject({
    cause: { reason: 'refusal.notYours' },
  });
  await expect(other.texting.typing({ conversationId })).rejects.toMatchObject({
    cause: { reason: 'refusal.notYours' },
  });
});

test('a texter hears of what happens to their own conversations, and of nobody else’s', async () => {
  const { server, caller, ids, session } = await texter((userId, now) => [
    waiting(userId, now),
    { ...waiting(userId, now), texterId: null },
  ]);
  const news = await caller.texting.watch({ lastEventId: String(await newestEvent(server.db.read)) });
  const first = news[Symbol.asyncIterator]().next();
  await caller.texting.change({ conversationId: ids[0]!, change: { type: 'needsAttention', on: true } });
  const { value } = await first;
  expect(JSON.stringify(value)).toContain(`"conversationId":${ids[0]}`);
  expect(session.expiresAt - server.now()).toBeLessThan(day);
});
