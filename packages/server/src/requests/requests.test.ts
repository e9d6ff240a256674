import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { campaigns } from '../db/schema/campaigns.ts';
import { campaignTeams } from '../db/schema/campaigns.ts';
import { conversations } from '../db/schema/conversations.ts';
import { organizations, teamMembers, teams, users } from '../db/schema/organizations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { testServer } from '../fixture/test-server.ts';
import { newestEvent } from '../realtime/read-events.ts';

/** An organization, a texter of it, and campaigns whose pools are offered. */
async function texting() {
  const server = await testServer({ over: 'http' });
  const { id: organizationId } = await server.organization();
  const texter = async () => server.session({ organizationId, role: 'texter' });
  const session = await texter();
  const campaign = async (given: GivenConversation[], more: Partial<typeof campaigns.$inferInsert> = {}) => {
    const made = await addCampaign(server, {
      organizationId,
      campaign: { autoAssign: true, ...more },
      conversations: given,
    });
    return made;
  };
  const held = async (userId: number) =>
    (await server.db.read.select().from(conversations).where(eq(conversations.texterId, userId))).map(({ id }) => id);
  const waiting = (minutes: number): GivenConversation => ({
    status: 'needsResponse',
    replied: true,
    lastMessagedAt: server.now() - 86_400_000,
    waitingSince: server.now() - minutes * 60_000,
  });
  const counted = async (campaignId: number) => {
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
  };
  return { server, organizationId, session, texter, caller: server.caller(session), campaign, held, waiting, counted };
}

type Caller = Awaited<ReturnType<typeof texting>>['caller'];
type Asked = Omit<Parameters<Caller['requests']['ask']>[0], 'requestKey'>;

const ask = (caller: Caller, asked: Asked, requestKey: string = randomUUID()) =>
  caller.requests.ask({ ...asked, requestKey });

const fresh = (count: number, more: GivenConversation = {}): GivenConversation[] =>
  Array<GivenConversation>(count).fill(more);

test('the oldest campaign is emptied first, and the rest comes from the next', async () => {
  const { session, caller, campaign, held, counted } = await texting();
  const [first, second] = [await campaign(fresh(3)), await campaign(fresh(5))];
  expect(await caller.requests.offer()).toMatchObject({ unsent: { available: 8, why: null }, held: { unsent: 0 } });
  expect(await ask(caller, { kind: 'unsent', count: 5 })).toMatchObject({ given: 5, waiting: false });
  expect(await held(session.userId)).toEqual([...first.ids, ...second.ids.slice(0, 2)]);
  await counted(first.campaignId);
  await counted(second.campaignId);
});

test('of the replies the longest waiting comes first, from whichever campaign', async () => {
  const { session, caller, campaign, held, waiting, counted } = await texting();
  const first = await campaign([waiting(10), waiting(60)]);
  const second = await campaign([waiting(30), waiting(5)]);
  expect(await ask(caller, { kind: 'unreplied', count: 2 })).toMatchObject({ given: 2 });
  expect(await held(session.userId)).toEqual([first.ids[1], second.ids[0]]);
  await counted(first.campaignId);
});

test('a request is never topped up with another kind than asked', async () => {
  const { caller, campaign, waiting } = await texting();
  await campaign([...fresh(10), waiting(10)]);
  expect(await ask(caller, { kind: 'unreplied', count: 5 })).toMatchObject({ given: 1 });
  expect(await ask(caller, { kind: 'unreplied', count: 5 })).toMatchObject({ given: 0, why: 'nothingLeft' });
});

const tomorrow = (now: number) => now + 86_400_000;
for (const [why, more, given] of [
  ['autoAssignOff', { autoAssign: false }, {}],
  ['paused', { sendingPausedAt: 1 }, {}],
  ['pastDue', { dueAt: 1 }, {}],
  ['noCampaign', { archivedAt: 1 }, {}],
  ['noCampaign', { launchedAt: null }, {}],
  ['outsideHours', { textingFromMinute: 18 * 60, textingToMinute: 20 * 60 }, {}],
  ['nothingLeft', {}, { optedOut: true }],
  ['nothingLeft', {}, { escalated: true }],
  ['nothingLeft', {}, { status: 'messaged' }],
] as const) {
  test(`nothing is given, and it is said why: ${why}, ${JSON.stringify({ ...more, ...given })}`, async () => {
    const { server, caller, campaign } = await texting();
    await campaign(fresh(1, given), { dueAt: tomorrow(server.now()), ...more });
    expect((await caller.requests.offer()).unsent).toMatchObject({ available: 0, why });
    expect(await ask(caller, { kind: 'unsent', count: 1 })).toMatchObject({ given: 0, why });
  });
}

test('outside the hours it is said when the first of them opens', async () => {
  const { server, caller, campaign } = await texting();
  await campaign(fresh(1), { textingFromMinute: 18 * 60, textingToMinute: 20 * 60 });
  expect((await caller.requests.offer()).unsent.opensAt).toBe(server.now() + 6 * 3_600_000);
});

test('replies are answered after the due date too', async () => {
  const { caller, campaign, waiting } = await texting();
  await campaign([waiting(10)], { dueAt: 1 });
  expect(await ask(caller, { kind: 'unreplied', count: 1 })).toMatchObject({ given: 1 });
});

test('people whose hours are over are left, their neighbours are given', async () => {
  const { session, caller, campaign, held, server } = await texting();
  const { ids } = await campaign(fresh(2), { textingFromMinute: 12 * 60 });
  await server.db.write(tx => tx.update(conversations).set({ zone: 5 }).where(eq(conversations.id, ids[0]!)));
  expect(await ask(caller, { kind: 'unsent', count: 2 })).toMatchObject({ given: 1 });
  expect(await held(session.userId)).toEqual([ids[1]]);
});

test('a campaign with teams is for their members, the one of the team with the highest priority first', async () => {
  const { server, organizationId, session, texter, campaign, held } = await texting();
  const [old, urgent] = [await campaign(fresh(2)), await campaign(fresh(2))];
  await server.db.write(async tx => {
    const [team] = await tx
      .insert(teams)
      .values({ organizationId, name: 'Urgent', priority: 5, maxPerRequest: 3 })
      .returning();
    await tx.insert(teamMembers).values({ teamId: team!.id, userId: session.userId });
    await tx.insert(campaignTeams).values({ campaignId: urgent.campaignId, teamId: team!.id });
  });
  const caller = server.caller(session);
  expect(await caller.requests.offer()).toMatchObject({ most: 3, unsent: { available: 4 } });
  await expect(ask(caller, { kind: 'unsent', count: 4 })).rejects.toMatchObject({
    cause: { reason: 'refusal.tooMany' },
  });
  await ask(caller, { kind: 'unsent', count: 3 });
  expect(await held(session.userId)).toEqual([old.ids[0], ...urgent.ids].sort((a, b) => a! - b!));
  const other = await texter();
  expect((await server.caller(other).requests.offer()).unsent.available).toBe(1);
});

test('a suspended texter gets nothing', async () => {
  const { server, session, caller, campaign } = await texting();
  await campaign(fresh(1));
  await server.db.write(tx => tx.update(users).set({ suspendedAt: server.now() }).where(eq(users.id, session.userId)));
  expect((await caller.requests.offer()).suspended).toBe(true);
  await expect(ask(caller, { kind: 'unsent', count: 1 })).rejects.toMatchObject({
    cause: { code: 'forbidden' },
  });
});

test('where an admin approves, one request waits, and is decided once: whole, in part, or not', async () => {
  const { server, organizationId, session, caller, campaign, held } = await texting();
  await campaign(fresh(5));
  await server.db.write(tx => tx.update(organizations).set({ requestApproval: 'admin' }));
  expect(await ask(caller, { kind: 'unsent', count: 4 })).toMatchObject({ given: 0, waiting: true });
  expect((await caller.requests.offer()).waiting).toMatchObject({ kind: 'unsent', asked: 4 });
  await expect(ask(caller, { kind: 'unsent', count: 1 })).rejects.toMatchObject({
    cause: { reason: 'refusal.requestWaits' },
  });
  const admin = server.caller(await server.session({ organizationId }));
  const [request] = (await admin.requests.waiting()).requests;
  expect(request).toMatchObject({ asked: 4, texter: { id: session.userId } });
  await expect(
    admin.requests.decide({ requestId: request!.id, count: 5, requestKey: randomUUID() }),
  ).rejects.toMatchObject({
    cause: { reason: 'refusal.tooMany' },
  });
  const decision = { requestId: request!.id, count: 3, requestKey: randomUUID() };
  const twice = await Promise.all([admin.requests.decide(decision), admin.requests.decide(decision)]);
  expect(twice).toMatchObject([{ given: 3 }, { given: 3 }]);
  expect(await caller.requests.offer()).toMatchObject({
    waiting: null,
    decided: { id: request!.id, kind: 'unsent', asked: 4, given: 3, state: 'approved' },
  });
  expect(await held(session.userId)).toHaveLength(3);
  await expect(
    admin.requests.decide({ requestId: request!.id, count: 1, requestKey: randomUUID() }),
  ).rejects.toMatchObject({
    cause: { reason: 'refusal.requestDecided' },
  });
  await ask(caller, { kind: 'unsent', count: 2 });
  const [second] = (await admin.requests.waiting()).requests;
  await admin.requests.decide({ requestId: second!.id, count: 0, requestKey: randomUUID() });
  expect(await admin.requests.waiting()).toEqual({ approval: 'admin', count: 0, requests: [] });
  expect(await held(session.userId)).toHaveLength(3);
});

test('a request that is sent twice over a bad network gives once, and waits once', async () => {
  const { server, session, caller, campaign, held } = await texting();
  await campaign(fresh(9));
  const [first, second] = [randomUUID(), randomUUID()];
  const given = await ask(caller, { kind: 'unsent', count: 4 }, first);
  expect(await ask(caller, { kind: 'unsent', count: 4 }, first)).toEqual(given);
  expect(await held(session.userId)).toHaveLength(4);
  await server.db.write(tx => tx.update(organizations).set({ requestApproval: 'admin' }));
  const waits = await ask(caller, { kind: 'unsent', count: 2 }, second);
  expect(await ask(caller, { kind: 'unsent', count: 2 }, second)).toEqual(waits);
  expect(waits).toMatchObject({ given: 0, waiting: true });
});

test('a texter takes back their own request that waits, and nobody else’s', async () => {
  const { server, caller, texter, campaign } = await texting();
  await campaign(fresh(9));
  await server.db.write(tx => tx.update(organizations).set({ requestApproval: 'admin' }));
  const { requestId } = await ask(caller, { kind: 'unsent', count: 4 });
  const other = server.caller(await texter());
  await expect(other.requests.withdraw({ requestId: requestId! })).rejects.toMatchObject({
    cause: { code: 'not_found' },
  });
  await caller.requests.withdraw({ requestId: requestId! });
  expect(await caller.requests.offer()).toMatchObject({ waiting: null, decided: null });
  await expect(caller.requests.withdraw({ requestId: requestId! })).rejects.toMatchObject({
    cause: { reason: 'refusal.requestDecided' },
  });
  expect(await ask(caller, { kind: 'unsent', count: 9 })).toMatchObject({ waiting: true });
});

test('texters hear that the pool has changed and that it was decided, admins hear of requests', async () => {
  const { server, organizationId, caller, campaign } = await texting();
  await campaign(fresh(9));
  await server.db.write(tx => tx.update(organizations).set({ requestApproval: 'admin' }));
  const admin = server.caller(await server.session({ organizationId }));
  const from = { lastEventId: String(await newestEvent(server.db.read)) };
  const heard = (await caller.requests.watch(from))[Symbol.asyncIterator]();
  const told = (await admin.requests.watchWaiting(from))[Symbol.asyncIterator]();
  const [first, waiting] = [heard.next(), told.next()];
  const { requestId } = await ask(caller, { kind: 'unsent', count: 4 });
  expect((await waiting).value).toMatchObject([expect.any(String), { type: 'waiting' }, expect.anything()]);
  expect((await first).value).toMatchObject([expect.any(String), { type: 'offer' }, expect.anything()]);
  const next = heard.next();
  await admin.requests.decide({ requestId: requestId!, count: 4, requestKey: randomUUID() });
  expect((await next).value).toMatchObject([expect.any(String), { type: 'offer' }, expect.anything()]);
  await Promise.all([heard.return?.(), told.return?.()]);
});

test('fifty texters who ask for two hundred each at once: nobody gets another’s, and the sum is exact', async () => {
  const { server, texter, campaign, held, counted } = await texting();
  const all = await campaign(fresh(9_900));
  const askers = await Promise.all(Array.from({ length: 50 }, texter));
  const answers = await Promise.all(askers.map(one => ask(server.caller(one), { kind: 'unsent', count: 200 })));
  expect(answers.reduce((sum, { given }) => sum + given, 0)).toBe(9_900);
  expect(answers.filter(({ given }) => given === 200)).toHaveLength(49);
  const lists = await Promise.all(askers.map(({ userId }) => held(userId)));
  expect(lists.map(({ length }) => length)).toEqual(answers.map(({ given }) => given));
  expect(new Set(lists.flat()).size).toBe(all.ids.length);
  await counted(all.campaignId);
});
