import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ActionInput, CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import { eq } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { addCampaign, type GivenConversation } from '../../fixture/add-campaign.ts';
import { keptAndRecounted } from '../../fixture/recount.ts';
import { runOperations } from '../../fixture/run-operations.ts';
import { noon, testServer } from '../../fixture/test-server.ts';

const hours = 3_600_000;
const messaged = { status: 'messaged', lastMessagedAt: noon - 20 * hours } as const;
const waiting = { status: 'needsResponse', replied: true, lastMessagedAt: noon - 9 * hours } as const;
const window = { windowMinutes: 960, excludeNewer: true };

type Case = readonly [why: string, conversation: GivenConversation & { held?: true }, becomes: string];

const cases: { [N in CampaignActionName]?: { input: ActionInput<N>; cases: Case[] } } = {
  releaseUnsent: {
    input: {},
    cases: [
      ['unsent with a texter', { held: true }, 'released'],
      ['unsent in the second pass', { held: true, pass: 2, lastMessagedAt: noon - 9 * hours }, 'released'],
      ['in the pool already', {}, 'inPool'],
      ['opted out', { held: true, optedOut: true }, 'optedOut'],
      ['escalated', { held: true, escalated: true }, 'escalated'],
      ['messaged', { held: true, ...messaged }, 'untouched'],
    ],
  },
  markSecondPass: {
    input: window,
    cases: [
      ['messaged 20 hours ago, no reply', { ...messaged, held: true }, 'needsMessage'],
      ['messaged 20 hours ago, in the pool', messaged, 'needsMessage'],
      ['messaged an hour ago', { status: 'messaged', lastMessagedAt: noon - hours }, 'tooRecent'],
      ['messaged just inside the window', { status: 'messaged', lastMessagedAt: noon - 16 * hours + 1 }, 'tooRecent'],
      ['messaged exactly the window ago', { status: 'messaged', lastMessagedAt: noon - 16 * hours }, 'needsMessage'],
      ['replied once and closed since', { ...messaged, replied: true, status: 'closed' }, 'replied'],
      ['waiting for an answer', { ...waiting, waitingSince: noon - hours }, 'replied'],
      ['opted out', { ...messaged, optedOut: true }, 'optedOut'],
      ['escalated', { ...messaged, escalated: true }, 'escalated'],
      ['undeliverable for good', { ...messaged, undeliverable: true }, 'undeliverable'],
      ['on a newer campaign', { ...messaged, newer: true }, 'newerCampaign'],
      ['not messaged yet', {}, 'notMessaged'],
      ['closed by a texter', { ...messaged, status: 'closed' }, 'closed'],
    ],
  },
  releaseUnreplied: {
    input: { idleMinutes: 60 },
    cases: [
      ['waiting for two hours', { ...waiting, held: true, waitingSince: noon - 2 * hours }, 'released'],
      ['waiting for exactly an hour', { ...waiting, held: true, waitingSince: noon - hours }, 'released'],
      ['waiting for less', { ...waiting, held: true, waitingSince: noon - hours + 1 }, 'notIdle'],
      ['in the pool', { ...waiting, waitingSince: noon - 2 * hours }, 'inPool'],
      ['escalated', { ...waiting, escalated: true, held: true, waitingSince: noon - 2 * hours }, 'escalated'],
      ['opted out', { ...waiting, optedOut: true, held: true, waitingSince: noon - 2 * hours }, 'optedOut'],
      ['answered', { ...messaged, status: 'convo', replied: true, held: true }, 'untouched'],
    ],
  },
  deleteUnmessaged: {
    input: {},
    cases: [
      ['never messaged', {}, 'removed'],
      ['never messaged, with a texter', { held: true }, 'removed'],
      ['never messaged, opted out', { optedOut: true }, 'removed'],
      ['marked for a second pass', { pass: 2, lastMessagedAt: noon - 20 * hours }, 'messagedBefore'],
      ['messaged', messaged, 'untouched'],
    ],
  },
  unmarkSecondPass: {
    input: {},
    cases: [
      ['marked', { pass: 2, lastMessagedAt: noon - 20 * hours }, 'messaged'],
      ['marked, with a texter', { pass: 3, held: true, lastMessagedAt: noon - 20 * hours }, 'messaged'],
      ['marked, opted out since', { pass: 2, optedOut: true, lastMessagedAt: noon - 20 * hours }, 'messaged'],
      ['in its first pass', {}, 'firstPass'],
      ['messaged in the second pass', { ...messaged, pass: 2 }, 'untouched'],
    ],
  },
};

const changes = ['released', 'needsMessage', 'messaged', 'removed'];

for (const [name, { input, cases: table }] of Object.entries(cases)) {
  test(`${name} changes and leaves out what its rules say, says so before, and gives it back`, async () => {
    const server = await testServer();
    const session = await server.session();
    const { organizationId, userId } = session;
    const given = table.map(([, { held, ...conversation }]) => ({ ...conversation, texterId: held ? userId : null }));
    const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: given });
    const other = await addCampaign(server, { organizationId, conversations: given });
    const caller = server.caller(session);
    const action = { name, input } as never;
    const rows = () =>
      server.db.read
        .select()
        .from(conversations)
        .where(eq(conversations.campaignId, campaignId))
        .orderBy(conversations.id);
    const before = await rows();

    const preview = await caller.campaigns.previewAction({ campaignId, action });
    const leftOut = table
      .map(([, , becomes]) => becomes)
      .filter(becomes => !changes.includes(becomes) && becomes !== 'untouched');
    expect(preview.leftOut.filter(left => left.count)).toEqual(
      preview.leftOut
        .filter(left => leftOut.includes(left.reason))
        .map(left => ({
          reason: left.reason,
          count: leftOut.filter(reason => reason === left.reason).length,
        })),
    );
    expect(preview.count).toBe(table.filter(([, , becomes]) => changes.includes(becomes)).length);

    const run = { campaignId, action, previewed: preview.count, typed: preview.count, requestKey: randomUUID() };
    const operation = await caller.campaigns.runAction(run);
    await runOperations(server);
    const done = await caller.operations.get({ operationId: operation.id });
    expect(done).toMatchObject({ state: 'done', done: preview.count, total: preview.count });

    for (const [at, [why, , becomes]] of table.entries()) {
      const row = (await rows()).find(({ id }) => id === ids[at]);
      if (becomes === 'released') expect(row, why).toMatchObject({ texterId: null, operationId: operation.id });
      else if (changes.includes(becomes))
        expect(row, why).toMatchObject({ status: becomes, operationId: operation.id });
      else expect(row, why).toEqual(before[at]);
    }
    await expectCountsKept(server, campaignId);
    await expectCountsKept(server, other.campaignId);

    const undoable = await caller.operations.previewUndo({ operationId: operation.id });
    expect(undoable).toEqual({ count: preview.count, kept: 0 });
    await caller.operations.undo({ operationId: operation.id, requestKey: randomUUID() });
    await runOperations(server);
    expect(await rows()).toEqual(before);
    await expectCountsKept(server, campaignId);
    const twice = caller.operations.undo({ operationId: operation.id, requestKey: randomUUID() });
    await expect(twice).rejects.toThrow('undone already');
  });
}

async function expectCountsKept(server: Awaited<ReturnType<typeof testServer>>, campaignId: number) {
  const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
  expect(kept).toEqual(recounted);
}
