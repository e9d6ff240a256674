import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import { passes } from '../db/schema/campaigns.ts';
import { conversations, messages } from '../db/schema/conversations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { noon, testServer } from '../fixture/test-server.ts';
import { recordEvent } from '../conversations/record-event.ts';

const day = 86_400_000;

async function admin(given: GivenConversation[], campaign = {}) {
  const server = await testServer();
  const session = await server.session();
  const { organizationId } = session;
  const { campaignId, ids } = await addCampaign(server, { organizationId, campaign, conversations: given });
  const caller = server.caller(session);
  const run = (action: AskedAction, previewed: number | null, typed?: number) =>
    caller.campaigns.runAction({ campaignId, action, previewed, typed, requestKey: randomUUID() });
  const undo = (operationId: number) => caller.operations.undo({ operationId, requestKey: randomUUID() });
  const campaignNow = async () => (await caller.campaigns.menu({ campaignId })).campaign;
  return { server, session, organizationId, campaignId, ids, caller, run, undo, campaignNow };
}

const many = (count: number, conversation: GivenConversation = {}) => Array.from({ length: count }, () => conversation);
const releaseUnsent = { name: 'releaseUnsent', input: {} } as const;
const mark = { name: 'markSecondPass', input: { windowMinutes: null, excludeNewer: false } } as const;

for (const [why, campaign, action, words] of [
  ['past its due date', { dueAt: noon }, mark, 'past its due date'],
  ['archived', { archivedAt: noon }, releaseUnsent, 'is archived'],
  ['not launched', { launchedAt: null }, releaseUnsent, 'has not been launched'],
  ['not archived', {}, { name: 'unarchive', input: {} } as const, 'not archived'],
  ['auto-assign is on', { autoAssign: true }, { name: 'turnAutoAssignOn', input: {} } as const, 'on already'],
] as const) {
  test(`an action is refused in the words of the menu: ${why}`, async () => {
    const { run, caller, campaignId } = await admin([], campaign);
    await expect(run(action, 0)).rejects.toThrow(words);
    const { actions } = await caller.campaigns.menu({ campaignId });
    const shown = actions.find(({ name }) => name === action.name);
    if (shown) expect(shown.refusal?.reason).toMatch(/^refusal\./);
  });
}

test('auto-assign is turned on at once, and given back', async () => {
  const { server, run, undo, campaignNow } = await admin([]);
  const operation = await run({ name: 'turnAutoAssignOn', input: {} }, null);
  expect((await campaignNow()).autoAssign).toBe(true);
  await expect(undo(operation.id)).rejects.toThrow('still running');
  await runOperations(server);
  await undo(operation.id);
  expect((await campaignNow()).autoAssign).toBe(false);
});

test('an undo of the campaign is refused when somebody has changed it since', async () => {
  const { server, run, undo, campaignNow } = await admin([]);
  const on = await run({ name: 'turnAutoAssignOn', input: {} }, null);
  await run({ name: 'turnAutoAssignOff', input: {} }, null);
  await runOperations(server);
  await expect(undo(on.id)).rejects.toThrow('changed since');
  expect((await campaignNow()).autoAssign).toBe(false);
});

test('archive holds what is queued, and unarchive queues it again', async () => {
  const { server, run, campaignId, organizationId, ids, campaignNow } = await admin(many(3));
  const now = server.now();
  await server.db.write(async tx => {
    for (const conversationId of ids) {
      await recordEvent(tx, {
        organizationId,
        conversationId,
        event: { type: 'initialAccepted', at: now },
        message: { text: 'Hi' },
        now,
      });
    }
  });
  const states = async () => (await server.db.read.select().from(messages)).map(message => message.sendStatus);
  await run({ name: 'archive', input: {} }, null);
  await runOperations(server);
  expect(await states()).toEqual(['held', 'held', 'held']);
  expect((await campaignNow()).archivedAt).toBe(now);
  await run({ name: 'unarchive', input: {} }, null);
  await runOperations(server);
  expect(await states()).toEqual(['queued', 'queued', 'queued']);
  const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
  expect(kept).toEqual(recounted);
});

test('a preview that has gone stale is refused with the fresh one, and nothing changes', async () => {
  const { server, session, run, caller, campaignId } = await admin([]);
  const held = many(30, { texterId: session.userId });
  const { campaignId: other } = await addCampaign(server, {
    organizationId: session.organizationId,
    conversations: held,
  });
  const asked = { campaignId: other, action: releaseUnsent, requestKey: randomUUID() };
  await expect(caller.campaigns.runAction({ ...asked, previewed: 10 })).rejects.toMatchObject({
    cause: {
      code: 'conflict',
      reason: 'refusal.stalePreview',
      details: { count: 30 },
      values: { count: 30, previewed: 10 },
    },
  });
  expect((await caller.campaigns.menu({ campaignId: other })).operations).toEqual([]);
  await expect(run(releaseUnsent, null)).rejects.toThrow('no longer what was shown');
  expect((await caller.campaigns.menu({ campaignId })).operations).toEqual([]);
});

test('a few rows more or less are done all the same, except where they would be deleted', async () => {
  const { session, server, caller } = await admin([]);
  const given = many(30, { texterId: session.userId });
  const { campaignId } = await addCampaign(server, { organizationId: session.organizationId, conversations: given });
  const run = (action: AskedAction, previewed: number, typed?: number) =>
    caller.campaigns.runAction({ campaignId, action, previewed, typed, requestKey: randomUUID() });
  const remove = { name: 'deleteUnmessaged', input: {} } as const;
  await expect(run(remove, 29, 29)).rejects.toThrow('no longer what was shown');
  await expect(run(remove, 30, 29)).rejects.toThrow('number typed');
  await expect(run(releaseUnsent, 29)).resolves.toMatchObject({ total: 30 });
});

test('a double click is one run', async () => {
  const { session, server, caller } = await admin([]);
  const given = many(30, { texterId: session.userId });
  const { campaignId } = await addCampaign(server, { organizationId: session.organizationId, conversations: given });
  const asked = { campaignId, action: releaseUnsent, previewed: 30, requestKey: randomUUID() };
  const [first, second] = await Promise.all([caller.campaigns.runAction(asked), caller.campaigns.runAction(asked)]);
  await runOperations(server);
  const third = await caller.campaigns.runAction(asked);
  expect([second.id, third.id]).toEqual([first.id, first.id]);
  expect(third).toMatchObject({ state: 'done', done: 30 });
});

test('texters get unsent conversations in numbers that differ by one at most', async () => {
  const { server, organizationId, campaignId, run, caller } = await admin(many(1_003));
  const hired = await Promise.all(
    [1, 2, 3, 4].map(n => server.user({ organizationId, role: 'texter', name: `T${n}` })),
  );
  const texterIds = hired.map(({ id }) => id);
  const operation = await run({ name: 'assignUnsent', input: { texterIds } }, 1_003);
  await runOperations(server);
  const rows = await server.db.read.select().from(conversations).where(eq(conversations.campaignId, campaignId));
  const hands = texterIds.map(id => rows.filter(row => row.texterId === id).length);
  expect(hands.sort()).toEqual([250, 251, 251, 251]);
  const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
  expect(kept).toEqual(recounted);
  expect(await caller.operations.previewUndo({ operationId: operation.id })).toEqual({ count: 1_003, kept: 0 });
});

test('texters of another organization, and suspended ones, are refused', async () => {
  const { server, organizationId, run } = await admin(many(4));
  const stranger = await server.user({ organizationId: (await server.organization()).id });
  const suspended = await server.user({ organizationId, suspended: true });
  for (const { id } of [stranger, suspended]) {
    await expect(run({ name: 'assignUnsent', input: { texterIds: [id] } }, 4)).rejects.toThrow('no such texter');
  }
});

test('a second pass brings its script and title, and an undo takes both back', async () => {
  const given = many(3, { status: 'messaged', lastMessagedAt: noon - 2 * day });
  const { server, campaignId, run, undo, campaignNow } = await admin(given);
  const scripts = () =>
    server.db.read.select().from(passes).where(eq(passes.campaignId, campaignId)).orderBy(passes.number);
  const input = { ...mark.input, script: 'Hey {firstName}', title: 'Doors P2' };
  const operation = await run({ name: 'markSecondPass', input }, 3);
  await runOperations(server);
  expect((await scripts()).map(({ number, script }) => [number, script])).toEqual([
    [1, 'Hi {firstName}'],
    [2, 'Hey {firstName}'],
  ]);
  expect((await campaignNow()).title).toBe('Doors P2');
  await undo(operation.id);
  await runOperations(server);
  expect((await scripts()).map(({ number }) => number)).toEqual([1]);
  expect((await campaignNow()).title).toBe('Doors P1');
});

test('a contact marked for removal makes the older campaign of the same phone the newest again, until undone', async () => {
  const { server, organizationId, undo } = await admin([]);
  const phone = 15_551_230_000;
  const newest = async (id: number) =>
    (await server.db.read.select().from(conversations).where(eq(conversations.campaignId, id)))[0]?.newer;
  const old = await addCampaign(server, {
    organizationId,
    conversations: [{ phone, status: 'messaged', lastMessagedAt: noon - 2 * day, newer: true }],
  });
  const recent = await addCampaign(server, { organizationId, conversations: [{ phone }] });
  await server.db.write(
    async tx =>
      void (await tx.update(conversations).set({ older: true }).where(eq(conversations.campaignId, recent.campaignId))),
  );
  const caller = server.caller(await server.session({ organizationId }));
  const operation = await caller.campaigns.runAction({
    campaignId: recent.campaignId,
    action: { name: 'deleteUnmessaged', input: {} },
    previewed: 1,
    typed: 1,
    requestKey: randomUUID(),
  });
  await runOperations(server);
  expect(await newest(old.campaignId)).toBe(false);
  await undo(operation.id);
  await runOperations(server);
  expect(await newest(old.campaignId)).toBe(true);
});
