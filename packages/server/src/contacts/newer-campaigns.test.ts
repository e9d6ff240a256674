import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { conversations } from '../db/schema/conversations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { testServer, type TestServer } from '../fixture/test-server.ts';
import { importContacts } from './import-contacts.ts';

const phone = 12_125_550_001;
const mapping = { columns: { phone: 'phone' } };

async function campaignOf(server: TestServer, organizationId: number, given: GivenConversation[] = []) {
  return (await addCampaign(server, { organizationId, conversations: given })).campaignId;
}

async function importPhone(server: TestServer, organizationId: number, campaignId: number) {
  const source = (async function* () {
    yield Buffer.from(`phone\n${phone}\n`);
  })();
  await importContacts(server.world, { organizationId, userId: null, campaignId, fileName: 'x.csv', mapping, source });
}

/** The facts of this phone's conversations, campaign by campaign. */
async function facts(server: TestServer) {
  const rows = await server.db.read
    .select()
    .from(conversations)
    .where(eq(conversations.phone, phone))
    .orderBy(asc(conversations.campaignId));
  return rows.map(({ newer, older }) => `${newer ? 'newer' : ''}${older ? 'older' : ''}`);
}

test('a phone on three campaigns knows of the others, whichever is imported last', async () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [2, 0, 1],
  ]) {
    const server = await testServer();
    const { id } = await server.organization();
    const made = [await campaignOf(server, id), await campaignOf(server, id), await campaignOf(server, id)];
    for (const at of order) await importPhone(server, id, made[at] as number);
    expect(await facts(server)).toEqual(['newer', 'newerolder', 'older']);
  }
});

test('a campaign of another organization with the same phone says nothing and is told nothing', async () => {
  const server = await testServer();
  const [own, other] = [await server.organization(), await server.organization()];
  await campaignOf(server, other.id, [{ phone }]);
  const campaignId = await campaignOf(server, own.id);
  await campaignOf(server, other.id, [{ phone }]);
  await importPhone(server, own.id, campaignId);
  expect(await facts(server)).toEqual(['', '', '']);
});

test('a conversation that was deleted from a newer campaign does not make this one old', async () => {
  const server = await testServer();
  const { id } = await server.organization();
  const campaignId = await campaignOf(server, id);
  await campaignOf(server, id, [{ phone, status: 'removed' }]);
  await importPhone(server, id, campaignId);
  expect(await facts(server)).toEqual(['', 'older']);
});

test('a conversation that comes back makes those of earlier campaigns old again', async () => {
  const server = await testServer();
  const { id } = await server.organization();
  await campaignOf(server, id, [{ phone, status: 'messaged' }]);
  const campaignId = await campaignOf(server, id, [{ phone, status: 'removed' }]);
  await importPhone(server, id, campaignId);
  expect(await facts(server)).toEqual(['newer', 'older']);
});

test('deleting the new conversation takes the fact back', async () => {
  const server = await testServer();
  const session = await server.session();
  const older = await campaignOf(server, session.organizationId, [{ phone, status: 'messaged' }]);
  const campaignId = await campaignOf(server, session.organizationId);
  await importPhone(server, session.organizationId, campaignId);
  expect(await facts(server)).toEqual(['newer', 'older']);
  const asked = { campaignId, action: { name: 'deleteUnmessaged', input: {} } } as const;
  const requestKey = crypto.randomUUID();
  await server.caller(session).campaigns.runAction({ ...asked, previewed: 1, typed: 1, requestKey });
  await runOperations(server);
  expect((await facts(server))[0]).toBe('');
  expect(older).toBeLessThan(campaignId);
});
