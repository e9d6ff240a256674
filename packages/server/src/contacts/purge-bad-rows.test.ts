import { expect, test } from 'vitest';
import { importBadRows } from '../db/schema/operations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { testServer } from '../fixture/test-server.ts';
import { importContacts } from './import-contacts.ts';
import { badRowDays, purgeBadRows } from './purge-bad-rows.ts';

test('rows that could not be imported are kept for a month', async () => {
  const server = await testServer();
  const { organizationId, userId } = await server.session();
  const { campaignId } = await addCampaign(server, { organizationId, conversations: [] });
  const source = new Blob(['phone\nnone\n2125550001\n']).stream();
  const mapping = { columns: { phone: 'phone' } };
  await importContacts(server.world, { organizationId, userId, campaignId, fileName: 'a.csv', mapping, source });
  const left = async () => (await server.db.read.select().from(importBadRows)).length;
  await purgeBadRows(server.world);
  expect(await left()).toBe(1);
  server.pass(badRowDays * 86_400_000 + 1);
  await purgeBadRows(server.world);
  expect(await left()).toBe(0);
});
