import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { textRequests } from '../db/schema/conversations.ts';
import { phoneNumbers, teams } from '../db/schema/organizations.ts';
import { office } from '../fixture/office.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { noon } from '../fixture/test-server.ts';

const given = (texterId: number) => [
  { texterId },
  { texterId, status: 'needsResponse', replied: true, waitingSince: noon - 60_000 } as const,
  { texterId, status: 'closed', replied: true } as const,
  {},
];

test('texters are listed by name, by pages and by team, with what they hold', async () => {
  const { server, organizationId, session, texterIds, caller } = await office(given);
  await server.user({ organizationId: (await server.organization()).id, name: 'Tess of another' });
  const [team] = await server.db.write(tx => tx.insert(teams).values({ organizationId, name: 'North' }).returning());
  await caller.texters.setTeam({ texterId: texterIds[1], teamId: team!.id, member: true });
  const first = await caller.texters.list({ text: '', after: null, limit: 2 });
  expect(first.texters.map(({ id }) => id)).toEqual([session.userId, texterIds[0]]);
  expect(first.texters[1]).toEqual({
    id: texterIds[0],
    name: 'Tess',
    role: 'texter',
    suspendedAt: null,
    teams: [],
    unsent: 2,
    unreplied: 2,
  });
  const rest = await caller.texters.list({ text: '', after: first.next, limit: 2 });
  expect(rest).toMatchObject({ texters: [{ name: 'Uma', teams: [{ name: 'North' }] }], next: null });
  const names = async (asked: { text?: string; teamId?: number }) =>
    (await caller.texters.list({ text: '', after: null, limit: 9, ...asked })).texters.map(({ name }) => name);
  expect(await names({ text: 'es' })).toEqual(['Tess']);
  expect(await names({ text: '%' })).toEqual([]);
  expect(await names({ teamId: team!.id })).toEqual(['Uma']);
  expect(await caller.texters.teams()).toMatchObject([{ name: 'North', members: 1 }]);
  await caller.texters.setTeam({ texterId: texterIds[1], teamId: team!.id, member: false });
  expect(await names({ teamId: team!.id })).toEqual([]);
});

test('a suspended texter gets nothing and sends nothing; what they hold is released, and they can come back', async () => {
  const { server, organizationId, campaigns, texterIds, caller, counted, all, start } = await office(given);
  const [texterId, other] = texterIds;
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 }));
  const texter = server.caller(await server.session({ organizationId, userId: texterId, role: 'texter' }));
  const asked = {
    organizationId,
    userId: texterId,
    kind: 'unsent',
    asked: 5,
    state: 'waiting',
    createdAt: noon,
  } as const;
  await server.db.write(async tx => void (await tx.insert(textRequests).values(asked)));

  const running = await start({ name: 'reassign', input: { texterIds: [texterId, other] } }, all({ unassigned: true }));
  expect(await caller.texters.suspend({ texterId })).toEqual({ unsent: 2, unreplied: 2, all: 6 });
  await runOperations(server);
  // The reassign had begun before, and gives them no more.
  expect(await caller.operations.get({ operationId: running.id })).toMatchObject({ done: 2 });
  expect(await caller.texters.held({ texterId: other })).toEqual({ unsent: 2, unreplied: 0, all: 2 });
  expect(await caller.requests.waiting()).toMatchObject({ count: 0 });

  const suspended = { cause: { reason: 'refusal.suspended' } };
  const conversationId = campaigns[0].ids[0]!;
  const requestKey = randomUUID();
  const ask = texter.requests.ask({ kind: 'unsent', count: 1, requestKey });
  await expect(ask).rejects.toMatchObject(suspended);
  const text = `Hi Ann ${conversationId}`;
  await expect(texter.texting.sendInitial({ conversationId, text, requestKey })).rejects.toMatchObject(suspended);
  const reply = { conversationId: campaigns[0].ids[1]!, text: 'Yes', media: [], requestKey };
  await expect(texter.texting.sendReply(reply)).rejects.toMatchObject(suspended);
  const reassign = { name: 'reassign', input: { texterIds: [texterId] } } as const;
  await expect(
    caller.review.preview({ target: all(), action: { ...reassign, input: { texterIds: [texterId] } } }),
  ).rejects.toMatchObject({ cause: { reason: 'refusal.noTexter' } });

  const release = await start({ name: 'unassign', input: {} }, all({ texters: [texterId] }));
  await runOperations(server);
  expect(await caller.operations.get({ operationId: release.id })).toMatchObject({ done: 6 });
  expect(await caller.texters.held({ texterId })).toEqual({ unsent: 0, unreplied: 0, all: 0 });
  await counted();
  expect(await caller.texters.resume({ texterId })).toEqual({ unsent: 0, unreplied: 0, all: 0 });
  expect((await caller.texters.list({ text: 'Tess', after: null, limit: 1 })).texters[0]?.suspendedAt).toBeNull();
  const [request] = await server.db.read.select().from(textRequests).where(eq(textRequests.userId, texterId));
  expect(request?.state).toBe('withdrawn');
});

test('nobody suspends themselves, and only an owner suspends an owner', async () => {
  const { server, organizationId, session, caller } = await office(given);
  await expect(caller.texters.suspend({ texterId: session.userId })).rejects.toMatchObject({
    cause: { reason: 'refusal.suspendSelf' },
  });
  const owner = await server.session({ organizationId, role: 'owner' });
  await expect(caller.texters.suspend({ texterId: owner.userId })).rejects.toMatchObject({
    cause: { reason: 'refusal.suspendOwner' },
  });
  const second = await server.session({ organizationId, role: 'owner' });
  await server.caller(owner).texters.suspend({ texterId: second.userId });
});
