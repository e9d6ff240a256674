import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { conversations } from '../db/schema/conversations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { testServer } from '../fixture/test-server.ts';
import { purgeRemoved } from './purge-removed.ts';

test('what was deleted is kept while it can be undone, and gone afterwards', async () => {
  const server = await testServer();
  const session = await server.session();
  const { campaignId } = await addCampaign(server, {
    organizationId: session.organizationId,
    conversations: [{}, {}, { status: 'messaged', lastMessagedAt: server.now() }],
  });
  const action = { name: 'deleteUnmessaged', input: {} } as const;
  await server
    .caller(session)
    .campaigns.runAction({ campaignId, action, previewed: 2, typed: 2, requestKey: randomUUID() });
  await runOperations(server);
  const left = () => server.db.read.select().from(conversations).where(eq(conversations.campaignId, campaignId));
  await purgeRemoved(server.world);
  expect(await left()).toHaveLength(3);
  server.pass(7 * 86_400_000 + 1);
  await purgeRemoved(server.world);
  expect(await left()).toHaveLength(1);
  const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
  expect(kept).toEqual(recounted);
});
