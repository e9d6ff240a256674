import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { fakeSms } from '../fixture/fake-sms.ts';
import { testServer, type TestServer } from '../fixture/test-server.ts';
import { setOrganization } from '../organizations/set-organization.ts';
import { createBus } from '../realtime/bus.ts';
import type { World } from '../world.ts';
import { claimMessages } from './claim-messages.ts';

/** An organization whose numbers take a thousand a second each, with so many texts in the queue of each. */
async function organization(server: TestServer, queued: readonly number[]) {
  const { id: organizationId } = await server.organization();
  const people = Array(queued.reduce((sum, count) => sum + count, 0)).fill({});
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: people });
  const numbers = await server.db.write(tx =>
    tx
      .insert(phoneNumbers)
      .values(
        queued.map((_, at) => ({ organizationId, phone: 15_550_000_000 + organizationId * 100 + at, sendEveryMs: 1 })),
      )
      .returning(),
  );
  const senders = queued.flatMap((count, at) => Array<number>(count).fill(numbers[at]!.id));
  const texts = ids.map((conversationId, at) => ({
    organizationId,
    campaignId,
    conversationId,
    initialOfPass: 1,
    text: `Hi ${at}`,
    sendStatus: 'queued' as const,
    phoneNumberId: senders[at]!,
    createdAt: server.now(),
  }));
  await server.db.write(async tx => {
    for (let from = 0; from < texts.length; from += 100)
      await tx.insert(messages).values(texts.slice(from, from + 100));
  });
  const leftOf = async (at: number) => {
    const rows = await server.db.read.select().from(messages).where(eq(messages.phoneNumberId, numbers[at]!.id));
    return rows.filter(({ sendStatus }) => sendStatus !== 'queued').length;
  };
  return { organizationId, left: () => Promise.all(queued.map((_, at) => leftOf(at))) };
}

test('an organization’s texts leave at its pace, whichever number and server they leave from; others go on at theirs', async () => {
  const server = await testServer({ sms: fakeSms() });
  const paced = await organization(server, [70, 70, 3]);
  const free = await organization(server, [200]);
  await setOrganization(server.world, { organizationId: paced.organizationId, perSecond: 20 });
  const db = await openDatabase({ url: server.url });
  const worlds: World[] = [server.world, { ...server.world, db, bus: createBus() }];
  const perSecond: number[] = [];
  for (let second = 0; second < 4; second++) {
    let taken = 0;
    for (let turn = 0; turn < 5; turn++) {
      for (const one of await Promise.all(worlds.map(world => claimMessages(world, 50))))
        taken += one.filter(({ from }) => from < 15_550_000_000 + free.organizationId * 100).length;
      server.pass(200);
    }
    perSecond.push(taken);
  }
  // What is taken ahead, or made up for after a rest, is a quarter of a second.
  expect(perSecond[0]).toBeLessThanOrEqual(20 + 10);
  for (const taken of perSecond.slice(1)) expect(Math.abs(taken - 20)).toBeLessThanOrEqual(5);
  expect(await free.left()).toEqual([200]);
  const [one = 0, two = 0, three] = await paced.left();
  expect([Math.abs(one - two) <= 2, three]).toEqual([true, 3]);
  await setOrganization(server.world, { organizationId: paced.organizationId, perSecond: null });
  for (let turn = 0; turn < 3; turn++) {
    await claimMessages(server.world, 50);
    server.pass(200);
  }
  expect(await paced.left()).toEqual([70, 70, 3]);
  await db.close();
});

test('under the slowest pace numbers take turns', async () => {
  const server = await testServer({ sms: fakeSms() });
  const { organizationId, left } = await organization(server, [4, 4, 4]);
  await setOrganization(server.world, { organizationId, perSecond: 1 });
  for (let second = 0; second < 6; second++) {
    expect(await claimMessages(server.world, 50)).toHaveLength(1);
    expect(await claimMessages(server.world, 50)).toHaveLength(0);
    server.pass(1_000);
  }
  expect(await left()).toEqual([2, 2, 2]);
});
