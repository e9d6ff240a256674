import { expect, test } from 'vitest';
import { openDatabase } from '../db/open.ts';
import type { campaigns } from '../db/schema/campaigns.ts';
import { conversations } from '../db/schema/conversations.ts';
import { operations } from '../db/schema/operations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { testServer } from '../fixture/test-server.ts';
import { createBus } from '../realtime/bus.ts';
import { autoRelease } from './auto-release.ts';

const minute = 60_000;

/** Ada holds a reply that has waited for 90 minutes and one for 10; her campaign releases after an hour. */
async function waiting(campaign: Partial<typeof campaigns.$inferInsert> = {}) {
  const server = await testServer();
  const session = await server.session();
  const { organizationId, userId: texterId } = session;
  const reply = (minutes: number, more = {}) =>
    ({
      status: 'needsResponse',
      replied: true,
      texterId,
      waitingSince: server.now() - minutes * minute,
      ...more,
    }) as const;
  const { campaignId, ids } = await addCampaign(server, {
    organizationId,
    campaign: { autoReleaseMinutes: 60, ...campaign },
    conversations: [reply(90), reply(10), reply(90, { escalated: true }), reply(90, { optedOut: true })],
  });
  const inPool = async () =>
    (await server.db.read.select().from(conversations))
      .filter(({ texterId: holder }) => holder === null)
      .map(({ id }) => id);
  const started = () => server.db.read.select().from(operations);
  return { server, session, campaignId, ids, inPool, started };
}

test('a reply that waited too long goes back to the pool by itself, and the history says so without a name', async () => {
  const { server, session, ids, inPool, started } = await waiting();
  await autoRelease(server.world);
  await runOperations(server);
  expect(await inPool()).toEqual([ids[0]]);
  expect(await started()).toMatchObject([{ kind: 'releaseUnreplied', userId: null, total: 1, done: 1, state: 'done' }]);
  const { operations: listed } = await server.caller(session).operations.list({
    campaignId: null,
    before: null,
    limit: 10,
  });
  expect(listed).toMatchObject([{ user: null, input: { idleMinutes: 60 }, undoUntil: expect.any(Number) }]);
});

test('where nothing is to be released nothing is run', async () => {
  const { server, ids, inPool, started } = await waiting();
  await autoRelease(server.world);
  await runOperations(server);
  for (let minutes = 0; minutes < 49; minutes += 7) {
    server.pass(7 * minute);
    await autoRelease(server.world);
  }
  expect(await started()).toHaveLength(1);
  server.pass(minute);
  await autoRelease(server.world);
  await runOperations(server);
  expect(await inPool()).toEqual([ids[0], ids[1]]);
  expect(await started()).toHaveLength(2);
});

for (const [why, campaign] of [
  ['is archived', { archivedAt: 1 }],
  ['is not launched', { launchedAt: null }],
  ['does not want it', { autoReleaseMinutes: null }],
] as const) {
  test(`a campaign that ${why} releases nothing by itself`, async () => {
    const { server, started } = await waiting(campaign);
    await autoRelease(server.world);
    expect(await started()).toEqual([]);
  });
}

test('two servers on one database release once; one run is not begun while another goes on', async () => {
  const { server, started } = await waiting();
  const db = await openDatabase({ url: server.url });
  const other = { db, now: server.now, bus: createBus(), sms: null };
  await Promise.all([autoRelease(server.world), autoRelease(other), autoRelease(server.world), autoRelease(other)]);
  expect(await started()).toHaveLength(1);
  server.pass(minute);
  await Promise.all([autoRelease(server.world), autoRelease(other)]);
  expect(await started()).toHaveLength(1);
  await db.close();
});
