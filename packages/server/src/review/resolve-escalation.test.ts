import { expect, test } from 'vitest';
import { recordEvent } from '../conversations/record-event.ts';
import { escalations } from '../db/schema/conversations.ts';
import { office } from '../fixture/office.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { noon } from '../fixture/test-server.ts';
import { newestEvent } from '../realtime/read-events.ts';

const minute = 60_000;
const waiting = { status: 'needsResponse', replied: true, waitingSince: noon - 30 * minute } as const;

/** A texter has set a reply of theirs aside; another admin looks on. */
async function setAside() {
  const made = await office(texterId => [{ ...waiting, texterId }]);
  const { server, organizationId, session, texterIds, campaigns } = made;
  const conversationId = campaigns[0].ids[0]!;
  const texter = server.caller(await server.session({ organizationId, userId: texterIds[0], role: 'texter' }));
  const change = { type: 'escalate', reason: 'Asks for a lawyer' } as const;
  await texter.texting.change({ conversationId, change, own: true });
  server.pass(5 * minute);
  const other = server.caller(await server.session({ organizationId }));
  const escalation = async () => (await server.db.read.select().from(escalations))[0];
  const row = async () => (await made.rows())[0]!;
  return { ...made, conversationId, texter, other, escalation, row, admin: session.userId };
}

type Office = Awaited<ReturnType<typeof setAside>>;

for (const [where, meanwhile, becomes] of [
  ['waits in the pool for its answer', async () => {}, { status: 'needsResponse', waitingSince: noon - 30 * minute }],
  [
    'stays answered, in the pool',
    ({ server, organizationId, conversationId }) =>
      server.db.write(tx => {
        const event = { type: 'agentReplied', at: server.now() } as const;
        return recordEvent(tx, { organizationId, conversationId, event, now: server.now() });
      }),
    { status: 'convo', waitingSince: null },
  ],
  [
    'stays closed',
    ({ caller, conversationId }) => caller.texting.change({ conversationId, change: { type: 'close' } }),
    { status: 'closed' },
  ],
  [
    'stays with the texter it was given to',
    async ({ server, start, texterIds, conversationId }) => {
      const target = { filter: {}, ids: [conversationId], except: [] };
      await start({ name: 'reassign', input: { texterIds: [texterIds[1]] } }, target);
      await runOperations(server);
    },
    { status: 'needsResponse', texterId: 'the second' },
  ],
] as readonly (readonly [string, (made: Office) => Promise<unknown>, Record<string, unknown>])[]) {
  test(`an escalation is resolved, by whom and when is kept, and the conversation ${where}`, async () => {
    const made = await setAside();
    const { caller, conversationId, texterIds, admin, counted } = made;
    await meanwhile(made);
    const open = await caller.review.count({ filter: { escalated: true } });
    await caller.review.resolve({ conversationId });
    expect(await made.escalation()).toMatchObject({
      userId: texterIds[0],
      reason: 'Asks for a lawyer',
      createdAt: noon,
      resolvedBy: admin,
      resolvedAt: noon + 5 * minute,
    });
    const texterId = 'texterId' in becomes ? texterIds[1] : null;
    expect(await made.row()).toMatchObject({ ...becomes, escalated: false, optedOut: false, texterId });
    expect([open, await caller.review.count({ filter: { escalated: true } })]).toEqual([{ count: 1 }, { count: 0 }]);
    await counted();
  });
}

test('a second one who resolves it changes nothing and tells nobody; what was never escalated is refused', async () => {
  const { server, caller, other, conversationId, campaigns, escalation, row, admin, counted } = await setAside();
  await caller.review.resolve({ conversationId });
  const [kept, before] = [await escalation(), await row()];
  server.pass(minute);
  const heard = firstOf(await other.review.watch({ lastEventId: await newest(server) }));
  await Promise.all([other.review.resolve({ conversationId }), caller.review.resolve({ conversationId })]);
  expect([await escalation(), await row()]).toEqual([kept, before]);
  expect(kept).toMatchObject({ resolvedBy: admin, resolvedAt: noon + 5 * minute });
  const never = campaigns[1].ids[0]!;
  await expect(caller.review.resolve({ conversationId: never })).rejects.toMatchObject({
    cause: { code: 'conflict', reason: 'refusal.movedOn' },
  });
  // The next that watchers hear of is somebody setting it aside anew.
  const again = { type: 'escalate', reason: 'Once more' } as const;
  await caller.texting.change({ conversationId: never, change: again });
  expect(await heard).toEqual({ type: 'conversations', ids: [never] });
  await caller.texting.change({ conversationId, change: again });
  await other.review.resolve({ conversationId });
  const all = await server.db.read.select().from(escalations);
  const [first, , second] = all;
  expect(first).toMatchObject({ conversationId, reason: 'Asks for a lawyer', resolvedBy: admin });
  expect(second).toMatchObject({ conversationId, reason: 'Once more', resolvedAt: server.now() });
  expect(second!.resolvedBy).not.toBe(admin);
  await counted();
});

test('whoever watches hears of it at once, and finds it resolved', async () => {
  const { server, caller, other, conversationId } = await setAside();
  const heard = firstOf(await other.review.watch({ lastEventId: await newest(server) }));
  await caller.review.resolve({ conversationId });
  expect(await heard).toEqual({ type: 'conversations', ids: [conversationId] });
  const { rows } = await other.review.rows({ filter: {}, ids: [conversationId] });
  expect(rows).toMatchObject([{ escalated: false, escalation: null }]);
  expect(await other.review.rows({ filter: { escalated: true }, ids: [conversationId] })).toMatchObject({ rows: [] });
});

/** Where a listener begins; without it, wherever the events are by the time that its first look is answered. */
const newest = async ({ db }: Office['server']) => String(await newestEvent(db.read));

/** What a listener hears first. */
async function firstOf(stream: AsyncIterable<unknown>): Promise<unknown> {
  for await (const event of stream) return (event as [string, unknown])[1];
  return null;
}
