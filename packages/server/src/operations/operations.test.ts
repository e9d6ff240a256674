import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import { recordEvent } from '../conversations/record-event.ts';
import { conversations } from '../db/schema/conversations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { noon, testServer } from '../fixture/test-server.ts';
import { startRunner } from './runner.ts';
import type { Watched } from './watch-operations.ts';

const day = 86_400_000;
const rowsInAll = 6_000;

/** A campaign of some thousand messaged conversations with a texter: several chunks of work. */
async function busyCampaign() {
  const server = await testServer();
  const session = await server.session();
  const { organizationId, userId } = session;
  const one = { status: 'messaged', lastMessagedAt: noon - 2 * day, texterId: userId } as const;
  const given = Array.from({ length: rowsInAll }, () => one);
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: given });
  const caller = server.caller(session);
  const run = (action: AskedAction, previewed: number) =>
    caller.campaigns.runAction({ campaignId, action, previewed, requestKey: randomUUID() });
  const undo = (operationId: number) => caller.operations.undo({ operationId, requestKey: randomUUID() });
  const get = (operationId: number) => caller.operations.get({ operationId });
  const happen = (conversationId: number, event: Parameters<typeof recordEvent>[1]['event']) =>
    server.db.write(tx =>
      recordEvent(tx, { organizationId, conversationId, event, message: { text: 'Hi' }, now: server.now() }),
    );
  const row = async (id: number) =>
    (await server.db.read.select().from(conversations).where(eq(conversations.id, id)))[0];
  const expectCounts = async () => {
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
  };
  return { server, session, campaignId, ids, caller, run, undo, get, happen, row, expectCounts };
}

const mark = { name: 'markSecondPass', input: { windowMinutes: null, excludeNewer: false } } as const;
const releaseUnsent = { name: 'releaseUnsent', input: {} } as const;

test('two operations on one campaign at once: each row is decided by what it is when its turn comes', async () => {
  const { server, run, get, campaignId, expectCounts } = await busyCampaign();
  const marking = await run(mark, rowsInAll);
  const releasing = await run(releaseUnsent, 0);
  await runOperations(server);
  const [marked, released] = [await get(marking.id), await get(releasing.id)];
  expect([marked.state, released.state]).toEqual(['done', 'done']);
  expect(marked.done).toBe(rowsInAll);
  const pool = await server.db.read.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM conversations WHERE campaign_id = ${campaignId} AND texter_id IS NULL AND status = 1`,
  );
  expect(pool[0]?.n).toBe(released.done);
  await expectCounts();
});

test('a reply that comes in during an operation stays a reply, and an undo leaves it alone', async () => {
  const { server, run, undo, get, happen, row, ids, caller, expectCounts } = await busyCampaign();
  const replier = ids[10] as number;
  const lateReplier = ids.at(-1) as number;
  const operation = await run(mark, rowsInAll);
  const runner = startRunner(server.world, { onFailure: (_, error) => expect.fail(String(error)) });
  await happen(lateReplier, { type: 'contactReplied', at: server.now() });
  await runner.idle();
  await happen(replier, { type: 'contactReplied', at: server.now() });
  const { done } = await get(operation.id);
  const { count, kept } = await caller.operations.previewUndo({ operationId: operation.id });
  expect(count + kept).toBe(done);
  expect(kept).toBeGreaterThanOrEqual(1);
  const undone = await undo(operation.id);
  await runner.idle();
  await runner.stop();
  expect(await get(undone.id)).toMatchObject({ state: 'done', done: count, total: count });
  expect(await row(replier)).toMatchObject({ status: 'needsResponse', pass: 2 });
  expect((await row(lateReplier))?.status).toBe('needsResponse');
  await expectCounts();
});

test('operations are undone newest first: the mark waits for the release that came after it', async () => {
  const { server, run, undo, get, session, row, ids, caller, campaignId, expectCounts } = await busyCampaign();
  const marking = await run({ ...mark, input: { ...mark.input, title: 'Doors P2', script: 'Hey' } }, rowsInAll);
  await runOperations(server);
  const releasing = await run(releaseUnsent, rowsInAll);
  await runOperations(server);
  expect(await caller.operations.previewUndo({ operationId: marking.id })).toEqual({ count: 0, kept: rowsInAll });
  await expect(undo(marking.id)).rejects.toThrow('nothing to give back');
  expect((await caller.campaigns.menu({ campaignId })).campaign.title).toBe('Doors P2');

  const released = await undo(releasing.id);
  await runOperations(server);
  expect(await get(released.id)).toMatchObject({ done: rowsInAll, result: { kept: 0 } });
  expect(await row(ids[0] as number)).toMatchObject({ status: 'needsMessage', pass: 2, texterId: session.userId });
  const unmarked = await undo(marking.id);
  await runOperations(server);
  expect(await get(unmarked.id)).toMatchObject({ done: rowsInAll });
  expect(await row(ids[0] as number)).toMatchObject({ status: 'messaged', pass: 1, texterId: session.userId });
  expect((await caller.campaigns.menu({ campaignId })).campaign.title).toBe('Doors P1');
  await expectCounts();
});

test('an undo of a part says what stays, and the pass stays with it', async () => {
  const { server, run, undo, get, happen, ids, caller, campaignId, expectCounts } = await busyCampaign();
  const marking = await run({ ...mark, input: { ...mark.input, title: 'Doors P2', script: 'Hey' } }, rowsInAll);
  await runOperations(server);
  await happen(ids[3] as number, { type: 'initialAccepted', at: server.now() });
  const undone = await undo(marking.id);
  await runOperations(server);
  expect(await get(undone.id)).toMatchObject({ done: rowsInAll - 1, total: rowsInAll - 1, result: { kept: 1 } });
  expect((await caller.campaigns.menu({ campaignId })).campaign.title).toBe('Doors P2');
  expect((await caller.secondPass.start({ campaignId })).pass).toBe(2);
  await expectCounts();
});

test('a cancelled operation stops, keeps what it did, and can be undone', async () => {
  const { server, run, undo, get, caller, expectCounts, campaignId } = await busyCampaign();
  const operation = await run(mark, rowsInAll);
  const asked = await caller.operations.cancel({ operationId: operation.id });
  expect(asked.cancelAskedAt).toBe(server.now());
  await runOperations(server);
  const cancelled = await get(operation.id);
  expect(cancelled.state).toBe('cancelled');
  await expect(caller.operations.cancel({ operationId: operation.id })).rejects.toThrow('ended already');
  await undo(operation.id);
  await runOperations(server);
  const left = await server.db.read.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM conversations WHERE campaign_id = ${campaignId} AND operation_id IS NOT NULL`,
  );
  expect(left[0]?.n).toBe(0);
  await expectCounts();
});

test('two processes that run the same operation change every row once', async () => {
  const { server, run, get, campaignId, expectCounts } = await busyCampaign();
  const operation = await run(mark, rowsInAll);
  const runners = [0, 1].map(() => {
    const world = { ...server.world, now: () => server.now() + 10_000 * Math.floor(performance.now()) };
    return startRunner(world, { onFailure: (_, error) => expect.fail(String(error)) });
  });
  await Promise.all(runners.map(runner => runner.idle()));
  await Promise.all(runners.map(runner => runner.stop()));
  await runOperations(server);
  expect(await get(operation.id)).toMatchObject({ state: 'done', done: rowsInAll });
  const twice = await server.db.read.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM conversations WHERE campaign_id = ${campaignId} AND pass <> 2`,
  );
  expect(twice[0]?.n).toBe(0);
  await expectCounts();
});

test('undo runs out, and says so', async () => {
  const { server, run, undo, get } = await busyCampaign();
  const operation = await run(mark, rowsInAll);
  await runOperations(server);
  expect((await get(operation.id)).undoUntil).toBe(server.now() + 7 * day);
  server.pass(7 * day);
  expect((await get(operation.id)).undoUntil).toBeNull();
  await expect(undo(operation.id)).rejects.toThrow('time to undo');
});

test('the history is paged, newest first, with who and what', async () => {
  const { server, caller, campaignId, session } = await busyCampaign();
  for (const name of ['turnAutoAssignOn', 'turnAutoAssignOff', 'turnAutoAssignOn'] as const) {
    await caller.campaigns.runAction({
      campaignId,
      action: { name, input: {} },
      previewed: null,
      requestKey: randomUUID(),
    });
  }
  await runOperations(server);
  const first = await caller.operations.list({ campaignId, before: null, limit: 2 });
  const second = await caller.operations.list({ campaignId: null, before: first.next, limit: 2 });
  expect(first.operations.map(({ kind }) => kind)).toEqual(['turnAutoAssignOn', 'turnAutoAssignOff']);
  expect(second).toMatchObject({ next: null, operations: [{ kind: 'turnAutoAssignOn' }] });
  expect(first.operations[0]).toMatchObject({
    user: { id: session.userId },
    campaign: { id: campaignId },
    state: 'done',
  });
});

test('a listener that comes back misses nothing', async () => {
  const { server, caller, campaignId, run } = await busyCampaign();
  const start = await caller.operations.watch({ campaignId, lastEventId: '0' });
  const operation = await run(mark, rowsInAll);
  const runner = startRunner(server.world, { onFailure: (_, error) => expect.fail(String(error)) });
  const states: string[] = [];
  for await (const event of start) {
    const [, watched] = event as unknown as [string, Watched];
    if (watched.type === 'operation') states.push(watched.operation.state);
    if (states.at(-1) === 'done') break;
  }
  await runner.stop();
  expect(states.at(-1)).toBe('done');
  expect(operation.state).toBe('running');
});
