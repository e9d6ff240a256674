import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import { recordEvent } from '../conversations/record-event.ts';
import { openDatabase } from '../db/open.ts';
import { office } from '../fixture/office.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { onSqld } from '../fixture/test-database.ts';
import type { TestServer } from '../fixture/test-server.ts';
import { startRunner } from '../operations/runner.ts';
import { createBus } from '../realtime/bus.ts';

const waiting = (now: number, texterId: number) =>
  ({ status: 'needsResponse', replied: true, waitingSince: now - 60_000, texterId }) as const;
const many = (count: number) => (texterId: number) =>
  Array.from({ length: count }, () => waiting(Date.UTC(2026, 9, 13, 16), texterId));
/** In each of two campaigns. */
const half = onSqld ? 100 : 500;
const to = (...texterIds: number[]): AskedMessageAction => ({ name: 'reassign', input: { texterIds } });

/** Small chunks, and something that happens after each. */
async function runSlowly({ world }: TestServer, afterChunk: (at: number) => Promise<unknown>) {
  const happening: Promise<unknown>[] = [];
  let failure: unknown;
  const runner = startRunner(world, {
    chunkMs: 0.1,
    smallest: half / 4,
    onFailure: (_, error) => (failure = error),
    onChunk: () => void happening.push(afterChunk(happening.length)),
  });
  await runner.idle();
  await runner.stop();
  await Promise.all(happening);
  expect(failure).toBeUndefined();
}

test('replies and answers that come while a reassign runs are kept, and an undo leaves them alone', async () => {
  const made = await office(many(half));
  const { server, organizationId, texterIds, campaigns, caller, rows, counted, all, start, undo } = made;
  const operation = await start(to(texterIds[1]), all());
  const touched: number[] = [];
  await runSlowly(server, async at => {
    const conversationId = campaigns[0].ids[(at * 37) % half]!;
    if (touched.includes(conversationId)) return;
    touched.push(conversationId);
    const event = { type: at % 2 ? 'agentReplied' : 'contactReplied', at: server.now() } as const;
    await server.db.write(tx =>
      recordEvent(tx, { organizationId, conversationId, event, message: { text: 'x' }, now: server.now() }),
    );
  });
  expect(touched.length).toBeGreaterThan(3);
  expect(await caller.operations.get({ operationId: operation.id })).toMatchObject({ state: 'done', done: 2 * half });
  expect((await rows()).every(({ texterId }) => texterId === texterIds[1])).toBe(true);
  await counted();
  const since = (await rows()).filter(({ operationId }) => operationId !== operation.id).map(({ id }) => id);
  expect(touched).toEqual(expect.arrayContaining(since));
  expect(await caller.operations.previewUndo({ operationId: operation.id })).toEqual({
    count: 2 * half - since.length,
    kept: since.length,
  });
  await undo(operation.id);
  for (const row of await rows()) expect(row.texterId).toBe(texterIds[since.includes(row.id) ? 1 : 0]);
  await counted();
});

test('who has answered between the preview and the run keeps the conversation', async () => {
  const { server, organizationId, texterIds, campaigns, caller, rows, counted, all } = await office(many(20));
  const target = all({ statuses: ['needsResponse'] });
  const ticked = { filter: target.filter, ids: campaigns[0].ids, except: [] };
  const conversationId = campaigns[0].ids[7]!;
  const { count: previewed } = await caller.review.preview({ target: ticked, action: to(texterIds[1]) });
  const event = { type: 'agentReplied', at: server.now() } as const;
  await server.db.write(tx =>
    recordEvent(tx, { organizationId, conversationId, event, message: { text: 'x' }, now: server.now() }),
  );
  const asked = { target: ticked, action: to(texterIds[1]), previewed, requestKey: randomUUID() };
  const [once, twice] = [await caller.review.run(asked), await caller.review.run(asked)];
  expect([previewed, once.total, twice.id]).toEqual([20, 19, once.id]);
  await runOperations(server);
  expect(await caller.review.preview({ target: ticked, action: to(texterIds[1]) })).toMatchObject({
    count: 19,
    leftOut: [{ reason: 'noLongerMatches', count: 1 }],
  });
  const held = (await rows()).filter(({ texterId }) => texterId === texterIds[0]).map(({ id }) => id);
  expect(held).toEqual([conversationId, ...campaigns[1].ids]);
  await counted();
});

for (const [what, filter] of [
  ['whoever holds them', {}],
  ['as long as nobody holds them', { unassigned: true }],
] as const) {
  test(`two admins who reassign the same conversations at once, ${what}, leave each with exactly one texter`, async () => {
    const made = await office(() => many(half)(0).map(row => ({ ...row, texterId: null })));
    const { server, organizationId, texterIds, caller, rows, counted, all, start, undo } = made;
    const other = server.caller(await server.session({ organizationId }));
    const db = await openDatabase({ url: server.url });
    const { count: previewed } = await other.review.preview({ target: all(filter), action: to(texterIds[1]) });
    const [first, second] = await Promise.all([
      start(to(texterIds[0]), all(filter)),
      other.review.run({ target: all(filter), action: to(texterIds[1]), previewed, requestKey: randomUUID() }),
    ]);
    // Two server processes, each of which carries on whatever it finds.
    const failures: unknown[] = [];
    const slow = {
      chunkMs: 0.1,
      smallest: half / 5,
      onFailure: (_: unknown, error: unknown) => void failures.push(error),
    };
    const runners = [
      startRunner(server.world, slow),
      startRunner({ db, now: server.now, bus: createBus(), sms: null }, slow),
    ];
    for (const runner of runners) await runner.idle();
    for (const runner of runners) await runner.stop();
    await runOperations(server);
    await db.close();
    expect(failures).toEqual([]);

    const ended = await Promise.all(
      [first, second].map(({ id: operationId }) => caller.operations.get({ operationId })),
    );
    expect(ended.map(({ state }) => state)).toEqual(['done', 'done']);
    const done = ended.reduce((sum, operation) => sum + operation.done, 0);
    expect(done).toBe('unassigned' in filter ? 2 * half : 4 * half);
    const after = await rows();
    const hands = texterIds.map(id => after.filter(({ texterId }) => texterId === id).length);
    expect(hands[0]! + hands[1]!).toBe(2 * half);
    for (const { texterId, operationId } of after)
      expect(operationId).toBe(texterId === texterIds[0] ? first.id : second.id);
    await counted();
    for (const [at, { id: operationId }] of ended.entries()) {
      expect(await caller.operations.previewUndo({ operationId })).toMatchObject({ count: hands[at] });
      if (hands[at]) await undo(operationId);
    }
    await counted();
  });
}

test('a message action that is cancelled stops, one whose server stops goes on, and both can be undone', async () => {
  const { server, texterIds, caller, rows, counted, all, start, undo } = await office(many(half));
  const before = await rows();
  const cancelled = await start({ name: 'close', input: {} }, all());
  await runSlowly(server, async at => {
    if (at === 1) await caller.operations.cancel({ operationId: cancelled.id });
  });
  const { state, done } = await caller.operations.get({ operationId: cancelled.id });
  expect(state).toBe('cancelled');
  expect(done).toBeGreaterThan(0);
  expect((await rows()).filter(row => row.status === 'closed')).toHaveLength(done);
  await counted();
  await undo(cancelled.id);
  expect(await rows()).toEqual(before);

  const stopped = await start(to(texterIds[1]), all());
  const runner = startRunner(server.world, {
    chunkMs: 0.1,
    smallest: half / 4,
    onFailure: (_, error) => expect.fail(String(error)),
  });
  await runner.stop();
  server.pass(5_000);
  await runOperations(server);
  expect(await caller.operations.get({ operationId: stopped.id })).toMatchObject({ state: 'done', done: 2 * half });
  await counted();
  await undo(stopped.id);
  expect(await rows()).toEqual(before);
});

test('what is no longer what was shown, and what is another organization’s, is refused', async () => {
  const { server, texterIds, campaigns, caller, all } = await office(many(30));
  const close = { name: 'close', input: {} } as const;
  const run = (
    target: Parameters<typeof caller.review.run>[0]['target'],
    action: AskedMessageAction,
    previewed: number,
  ) => caller.review.run({ target, action, previewed, requestKey: randomUUID() });
  for (const previewed of [10, 100])
    await expect(run(all(), close, previewed)).rejects.toMatchObject({
      cause: { reason: 'refusal.stalePreview', details: { count: 60 }, values: { count: 60, previewed } },
    });
  const elsewhere = await server.session();
  const stranger = elsewhere.userId;
  const suspended = await server.user({ organizationId: elsewhere.organizationId, suspended: true });
  const notFound = { cause: { code: 'not_found' } };
  for (const texterId of [stranger, suspended.id])
    await expect(run(all(), to(texterIds[0], texterId), 60)).rejects.toMatchObject(notFound);
  await expect(run(all(), to(texterIds[0], texterIds[0]), 60)).rejects.toMatchObject(notFound);
  for (const filter of [{ texters: [stranger] }, { tags: [1] }, { campaigns: [campaigns[0].campaignId, 99] }])
    await expect(caller.review.preview({ target: all(filter), action: close })).rejects.toMatchObject(notFound);
  const ids = [campaigns[0].ids[0]!, 9_999_999];
  const ticked = { filter: {}, ids, except: [] };
  await expect(caller.review.preview({ target: ticked, action: close })).rejects.toMatchObject(notFound);
  expect((await caller.operations.list({ campaignId: null, before: null, limit: 5 })).operations).toEqual([]);
});
