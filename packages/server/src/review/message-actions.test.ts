import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { next, type ConversationEvent } from '@campaign-kit/shared/conversation';
import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { tags } from '../db/schema/campaigns.ts';
import { conversationTags, escalations, messages } from '../db/schema/conversations.ts';
import type { GivenConversation } from '../fixture/add-campaign.ts';
import { office } from '../fixture/office.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { noon } from '../fixture/test-server.ts';

const hour = 3_600_000;
const messaged = { lastMessagedAt: noon - 20 * hour, status: 'messaged' } as const;
const waiting = { ...messaged, status: 'needsResponse', replied: true, waitingSince: noon - hour } as const;

/** One of each: every status, with a texter and without, opted out and escalated. */
const mixed = (texterId: number): GivenConversation[] =>
  [{}, { pass: 2, ...messaged, status: 'needsMessage' } as const, messaged, waiting].flatMap(state =>
    [{}, { texterId }].flatMap(held =>
      [{}, { optedOut: true }, { escalated: true }].map(fact => ({ ...state, ...held, ...fact })),
    ),
  );
const answered = { ...waiting, status: 'convo', waitingSince: null } as const;
const over = { ...waiting, status: 'closed' } as const;

const cases: readonly (readonly [
  action: (texterIds: number[]) => AskedMessageAction,
  event: (texterId: number) => ConversationEvent,
])[] = [
  [texterIds => ({ name: 'reassign', input: { texterIds } }), texterId => ({ type: 'assigned', texterId })],
  [() => ({ name: 'unassign', input: {} }), () => ({ type: 'released' })],
  [() => ({ name: 'close', input: {} }), () => ({ type: 'closed' })],
  [() => ({ name: 'escalate', input: { reason: 'Ask a lawyer' } }), () => ({ type: 'escalated' })],
];

for (const [actionOf, eventOf] of cases) {
  const { name } = actionOf([1]);

  test(`${name} does to each of a mixed selection what may happen to it, keeps the counts, and gives all back`, async () => {
    const made = await office(texterId => [...mixed(texterId), answered, { ...answered, texterId }, over]);
    const { server, caller, texterIds, rows, counted, all, start, undo } = made;
    const action = actionOf([texterIds[1]]);
    const before = await rows();
    const expected = before.map(row => next(row, eventOf(texterIds[1])));
    const changed = expected.filter(after => after !== null).length;

    const preview = await caller.review.preview({ target: all(), action });
    expect(preview).toMatchObject({ count: changed, total: before.length, campaigns: 2 });
    const operation = await start(action, all());
    await runOperations(server);
    expect(await caller.operations.get({ operationId: operation.id })).toMatchObject({
      kind: name,
      campaign: null,
      state: 'done',
      done: changed,
      total: changed,
    });
    const after = await rows();
    for (const [at, row] of after.entries()) {
      const becomes = expected[at];
      if (becomes) expect(row).toMatchObject({ ...stateOf(becomes), operationId: operation.id });
      else expect(row).toEqual(before[at]);
    }
    await counted();
    if (name === 'escalate') {
      const open = await server.db.read.select().from(escalations);
      expect(open).toHaveLength(changed);
      expect(open[0]).toMatchObject({ reason: 'Ask a lawyer', resolvedAt: null, operationId: operation.id });
    }

    expect(await caller.operations.previewUndo({ operationId: operation.id })).toEqual({ count: changed, kept: 0 });
    await undo(operation.id);
    expect(await rows()).toEqual(before);
    await counted();
    expect(await server.db.read.select().from(escalations)).toEqual([]);
    const { operations } = await caller.operations.list({ campaignId: null, before: null, limit: 5 });
    expect(operations.map(({ kind }) => kind)).toEqual(['undo', name]);
  });
}

const stateOf = (row: NonNullable<ReturnType<typeof next>>) => ({
  status: row.status,
  texterId: row.texterId,
  escalated: row.escalated,
  waitingSince: row.waitingSince,
  pass: row.pass,
});

test('a tag is put on those who lack it and have room for it, and only what was put there is taken away again', async () => {
  const { server, organizationId, caller, campaigns, rows, all, start, undo } = await office(() => [{}, {}, {}, {}]);
  const ids = campaigns[0].ids;
  const only = all({ campaigns: [campaigns[0].campaignId] });
  const named = await server.db.write(tx =>
    tx
      .insert(tags)
      .values(['Hot', 'a', 'b', 'c'].map(name => ({ organizationId, name, createdAt: noon })))
      .returning(),
  );
  const put = (conversationId: number, at: number) => ({ conversationId, tagId: named[at]!.id });
  await server.db.write(tx =>
    tx.insert(conversationTags).values([put(ids[0]!, 0), put(ids[1]!, 1), put(ids[1]!, 2), put(ids[1]!, 3)]),
  );
  const before = await rows();
  const action = { name: 'tag', input: { name: 'Hot' } } as const;
  const preview = await caller.review.preview({ target: only, action });
  expect(preview).toMatchObject({
    count: 2,
    total: 4,
    leftOut: [
      { reason: 'tagged', count: 1 },
      { reason: 'tooManyTags', count: 1 },
    ],
  });
  const operation = await start(action, only);
  expect(operation.campaign).toMatchObject({ id: campaigns[0].campaignId });
  await runOperations(server);
  const hot = () =>
    server.db.read
      .select({ id: conversationTags.conversationId })
      .from(conversationTags)
      .where(eq(conversationTags.tagId, named[0]!.id))
      .orderBy(asc(conversationTags.conversationId));
  expect((await hot()).map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]]);
  expect(await rows()).toEqual(before);
  // Somebody takes it away from one and gives it again: then it is theirs.
  for (const change of [{ type: 'untag', tagId: named[0]!.id } as const, { type: 'tag', name: 'Hot' } as const]) {
    await caller.texting.change({ conversationId: ids[3]!, change });
  }
  expect(await caller.operations.previewUndo({ operationId: operation.id })).toEqual({ count: 1, kept: 1 });
  await undo(operation.id);
  expect((await hot()).map(({ id }) => id)).toEqual([ids[0], ids[3]]);
});

test('conversations are dealt out evenly and in blocks, and the split that was shown is what happens', async () => {
  const many = (texterId: number) => Array.from({ length: 41 }, (_, at) => (at % 2 ? { texterId } : {}));
  const { server, caller, texterIds, rows, counted, all, start } = await office(many);
  const action: AskedMessageAction = { name: 'reassign', input: { texterIds: [texterIds[1], texterIds[0]] } };
  const { split } = await caller.review.preview({ target: all(), action });
  expect(split).toEqual([
    { texterId: texterIds[1], name: 'Uma', holds: 0, gets: 41 },
    { texterId: texterIds[0], name: 'Tess', holds: 40, gets: 41 },
  ]);
  await start(action, all());
  await runOperations(server);
  const after = (await rows()).map(({ texterId }) => texterId);
  for (const share of split!) expect(after.filter(texterId => texterId === share.texterId)).toHaveLength(share.gets);
  const borders = after.filter((texterId, at) => texterId !== after[at - 1]);
  expect(borders.length).toBeLessThanOrEqual(4);
  await counted();
});

test('of ticked conversations those that match no longer are left out and counted, and so are those taken out of all', async () => {
  const given = (texterId: number) => [{ ...waiting, texterId }, { ...waiting, texterId }, waiting, messaged];
  const { server, caller, campaigns, rows, counted, all, start } = await office(given);
  const ids = campaigns[0].ids;
  const filter = { statuses: ['needsResponse'] } satisfies ReviewFilter;
  const action = { name: 'unassign', input: {} } as const;
  const target = { filter, ids: [...ids, campaigns[1].ids[0]!], except: [] };
  expect(await caller.review.preview({ target, action })).toMatchObject({
    count: 3,
    total: 5,
    leftOut: [
      { reason: 'noLongerMatches', count: 1 },
      { reason: 'inPool', count: 1 },
    ],
    texters: 1,
    campaigns: 2,
    oldestWaitingSince: noon - hour,
  });
  const operation = await start(action, target);
  await runOperations(server);
  expect(await caller.operations.get({ operationId: operation.id })).toMatchObject({ done: 3, total: 3 });
  const [left] = (await rows()).filter(({ texterId }) => texterId !== null);
  expect(left?.id).toBe(campaigns[1].ids[1]);
  const except = { ...all(filter), except: [left!.id] };
  expect(await caller.review.preview({ target: except, action })).toMatchObject({ count: 0, total: 5 });
  await counted();
});

test('texts that have not left go out after a reassign or a close, and are cancelled by an escalation', async () => {
  for (const [action, becomes] of [
    [{ name: 'unassign', input: {} }, 'queued'],
    [{ name: 'close', input: {} }, 'queued'],
    [{ name: 'escalate', input: { reason: 'Threats' } }, 'cancelled'],
  ] as const) {
    const { server, organizationId, campaigns, texterIds, all, start, undo, counted } = await office(texterId => [
      { ...answered, texterId },
    ]);
    const [conversationId, campaignId] = [campaigns[0].ids[0]!, campaigns[0].campaignId];
    const text = { organizationId, campaignId, conversationId, text: 'Hi', userId: texterIds[0], createdAt: noon };
    await server.db.write(async tx => {
      await tx.insert(messages).values([
        { ...text, sendStatus: 'queued' },
        { ...text, sendStatus: 'delivered' },
      ]);
      for (const sendStatus of [1, 4])
        await tx.run(`INSERT INTO message_counts VALUES (${campaignId}, 0, ${sendStatus}, 0, 1)`);
    });
    const operation = await start(action, all());
    await runOperations(server);
    const statuses = async () => (await server.db.read.select().from(messages)).map(({ sendStatus }) => sendStatus);
    expect(await statuses()).toEqual([becomes, 'delivered']);
    await counted();
    await undo(operation.id);
    expect(await statuses()).toEqual([becomes, 'delivered']);
    await counted();
  }
});
