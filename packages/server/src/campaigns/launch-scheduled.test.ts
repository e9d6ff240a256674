import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../db/open.ts';
import { campaigns, passes } from '../db/schema/campaigns.ts';
import { operations, outbox } from '../db/schema/operations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { testServer } from '../fixture/test-server.ts';
import { createBus } from '../realtime/bus.ts';
import { campaignOf } from './campaign.ts';
import { launchScheduled } from './launch-scheduled.ts';

const hour = 3_600_000;

/** A draft that is to be launched in an hour. */
async function scheduled(people: GivenConversation[] = [{}], campaign: Partial<typeof campaigns.$inferInsert> = {}) {
  const server = await testServer();
  const { organizationId, userId } = await server.session();
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 }));
  const { campaignId } = await addCampaign(server, {
    organizationId,
    campaign: { launchedAt: null, scheduledAt: server.now() + hour, ...campaign },
    conversations: people,
  });
  const now = () => campaignOf(server.db.read, organizationId, campaignId);
  const told = async () =>
    (await server.db.read.select().from(outbox)).filter(({ event }) => event.type === 'campaignChanged').length;
  return { server, organizationId, userId, campaignId, now, told };
}

test('a campaign is launched when its hour has come, and not before', async () => {
  const { server, now, told } = await scheduled();
  server.pass(hour - 1);
  await launchScheduled(server.world);
  expect((await now()).launchedAt).toBeNull();
  server.pass(1);
  await launchScheduled(server.world);
  expect(await now()).toMatchObject({ launchedAt: server.now(), launchHeld: null });
  await launchScheduled(server.world);
  expect(await told()).toBe(1);
});

for (const [reason, spoil] of [
  ['noScript', async ({ db }: Spoiled) => db.write(tx => tx.update(passes).set({ script: ' \n' }))],
  ['noNumber', async ({ db }: Spoiled) => db.write(tx => tx.delete(phoneNumbers))],
  ['pastDue', async ({ db }: Spoiled) => db.write(tx => tx.update(campaigns).set({ dueAt: 1 }))],
] as const) {
  test(`a campaign that is not ready is held as ${reason}, told once, and waits for a person`, async () => {
    const { server, now, told } = await scheduled();
    await spoil(server);
    server.pass(hour);
    await launchScheduled(server.world);
    await launchScheduled(server.world);
    expect(await now()).toMatchObject({ launchedAt: null, launchHeld: reason });
    expect(await told()).toBe(1);
  });
}

type Spoiled = Awaited<ReturnType<typeof testServer>>;

test('a campaign without contacts is held; while an import brings them it is waited for', async () => {
  const { server, organizationId, campaignId, now } = await scheduled([]);
  const run = { organizationId, campaignId, kind: 'importContacts', state: 'running', input: {}, total: 1 } as const;
  const importing = { ...run, requestKey: 'import', startedAt: server.now() };
  await server.db.write(tx => tx.insert(operations).values(importing));
  server.pass(hour);
  await launchScheduled(server.world);
  expect(await now()).toMatchObject({ launchedAt: null, launchHeld: null });
  await server.db.write(tx => tx.update(operations).set({ state: 'done' }).where(eq(operations.requestKey, 'import')));
  await launchScheduled(server.world);
  expect(await now()).toMatchObject({ launchedAt: null, launchHeld: 'noContacts' });
});

test('an archived draft is not launched', async () => {
  const { server, now } = await scheduled([{}], { archivedAt: 1 });
  server.pass(hour);
  await launchScheduled(server.world);
  expect(await now()).toMatchObject({ launchedAt: null, launchHeld: null });
});

test('two servers on one database launch once', async () => {
  const { server, now, told } = await scheduled();
  const db = await openDatabase({ url: server.url });
  const other = { db, now: server.now, bus: createBus(), sms: null };
  server.pass(hour);
  await Promise.all([launchScheduled(server.world), launchScheduled(other), launchScheduled(server.world)]);
  expect((await now()).launchedAt).toBe(server.now());
  expect(await told()).toBe(1);
  await db.close();
});
