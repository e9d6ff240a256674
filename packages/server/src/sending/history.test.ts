import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { messages } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { testServer } from '../fixture/test-server.ts';
import { recordDelivery } from '../messages/record-delivery.ts';
import { autoSend } from './auto-send.ts';

/** A campaign that may send by itself to so many people. */
async function campaign(people: number) {
  const server = await testServer();
  const session = await server.session();
  const { organizationId } = session;
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 }));
  const { campaignId } = await addCampaign(server, { organizationId, conversations: Array(people).fill({}) });
  const caller = server.caller(session);
  const history = async () => (await caller.operations.list({ campaignId, before: null, limit: 50 })).operations;
  const kinds = async () => (await history()).map(({ kind }) => kind).reverse();
  return { server, campaignId, caller, history, kinds };
}

test('whoever starts, limits, pauses, resumes and stops automatic sending is in the history; what changes nothing is not', async () => {
  const { campaignId, caller, history, kinds } = await campaign(3);
  const { sending } = caller;
  await sending.start({ campaignId, perHour: 100 });
  await sending.start({ campaignId, perHour: 100 });
  await sending.limit({ campaignId, perHour: 50 });
  await sending.pause({ campaignId });
  await sending.pause({ campaignId });
  await sending.resume({ campaignId });
  await sending.stop({ campaignId });
  await sending.stop({ campaignId });
  expect(await kinds()).toEqual(['startSending', 'limitSending', 'pauseSending', 'resumeSending', 'stopSending']);
  const [stopped, , , limited] = await history();
  expect(stopped).toMatchObject({
    user: { name: 'Ada' },
    state: 'done',
    undoUntil: null,
    campaign: { id: campaignId },
  });
  expect(limited!.input).toEqual({ perHour: 50 });
  const undo = caller.operations.undo({ operationId: stopped!.id, requestKey: randomUUID() });
  await expect(undo).rejects.toMatchObject({ cause: { reason: 'refusal.noUndo' } });
});

test('that all are sent, and that failures stopped it, is in the history by nobody', async () => {
  const { server, campaignId, caller, history, kinds } = await campaign(1);
  await caller.sending.start({ campaignId, perHour: null });
  await autoSend(server.world);
  const [text] = await server.db.read.select().from(messages);
  const told = { to: 'failed', errorCode: 30034, sid: null } as const;
  await server.db.write(tx => recordDelivery(tx, text!, told, server.now()));
  await server.db.write(tx => recordDelivery(tx, text!, told, server.now()));
  await caller.sending.resume({ campaignId });
  await autoSend(server.world);
  await autoSend(server.world);
  expect(await kinds()).toEqual(['startSending', 'haltSending', 'resumeSending', 'endSending']);
  const [ended, , halted] = await history();
  expect([ended!.user, halted!.user, halted!.input]).toMatchObject([null, null, { errorCode: 30034, outcome: 'stop' }]);
});
