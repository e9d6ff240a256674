import { expect, test } from 'vitest';
import { messages } from '../db/schema/conversations.ts';
import { outbox } from '../db/schema/operations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { fakeSms } from '../fixture/fake-sms.ts';
import { testServer } from '../fixture/test-server.ts';
import { releaseWaiting } from '../messages/release-waiting.ts';
import { startSender } from '../messages/sender.ts';
import { autoSend } from './auto-send.ts';

const notRegistered = 30034;
const filtered = 30007;

/** A campaign that sends by itself, one text a second, to a provider that answers as it is told. */
async function sendingTo(people: number) {
  const sms = fakeSms();
  const server = await testServer({ sms });
  const session = await server.session();
  const { organizationId } = session;
  await server.db.write(tx =>
    tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001, sendEveryMs: 250 }),
  );
  const { campaignId } = await addCampaign(server, { organizationId, conversations: Array(people).fill({}) });
  const { sending } = server.caller(session);
  await sending.start({ campaignId, perHour: null });
  const seconds = async (count: number) => {
    for (let second = 0; second < count; second++) {
      await releaseWaiting(server.world);
      await autoSend(server.world);
      const sender = startSender(server.world, error => expect.fail(String(error)));
      await sender.idle();
      await sender.stop();
      server.pass(1_000);
    }
  };
  const states = async () => (await server.db.read.select().from(messages)).map(({ sendStatus }) => sendStatus);
  const refuse = (errorCode: number) => (sms.answer = () => ({ outcome: 'refused', errorCode }));
  const accept = () => (sms.answer = () => fakeSms.accepted());
  return { server, sms, campaignId, sending, seconds, states, refuse, accept };
}

test('a jump of failures stops the campaign, which says why; after it is resumed, what was held goes first', async () => {
  const { server, campaignId, sending, seconds, states, refuse, accept } = await sendingTo(24);
  refuse(notRegistered);
  await seconds(3);
  expect(await sending.status({ campaignId })).toMatchObject({
    state: 'paused',
    stopped: { outcome: 'stop', errorCode: notRegistered, reason: 'notRegistered', failed: 1, total: 1 },
  });
  const events = (await server.db.read.select().from(outbox)).map(({ event }) => event);
  expect(events.filter(({ type }) => type === 'campaignChanged')).toHaveLength(2);
  const before = await states();
  expect(before.filter(state => state === 'held').length).toBeGreaterThan(10);
  accept();
  await seconds(2);
  expect(await states()).toEqual(before);
  await sending.resume({ campaignId });
  await seconds(16);
  expect(await sending.status({ campaignId })).toMatchObject({ state: 'off', stopped: null, remaining: 0, queued: 0 });
  expect((await states()).filter(state => state === 'accepted')).toHaveLength(
    24 - before.filter(state => state === 'failed').length,
  );
});

test('a resumed campaign is not stopped again by what had failed before, but by what fails after', async () => {
  const { campaignId, sending, seconds, refuse, accept } = await sendingTo(120);
  refuse(filtered);
  await seconds(10);
  const { stopped } = await sending.status({ campaignId });
  expect(stopped).toMatchObject({ outcome: 'unknown', errorCode: filtered });
  expect(stopped!.total).toBeGreaterThanOrEqual(20);
  await sending.resume({ campaignId });
  await seconds(1);
  accept();
  await seconds(3);
  expect(await sending.status({ campaignId })).toMatchObject({ state: 'running', stopped: null });
  refuse(filtered);
  await seconds(10);
  expect((await sending.status({ campaignId })).stopped).toMatchObject({ outcome: 'unknown' });
});

test('failures stop a campaign that texters send for too; it is resumed without starting to send by itself', async () => {
  const { campaignId, sending, seconds, refuse } = await sendingTo(60);
  refuse(notRegistered);
  await seconds(1);
  await sending.stop({ campaignId });
  expect(await sending.status({ campaignId })).toMatchObject({ state: 'off', stopped: { outcome: 'stop' } });
  await sending.resume({ campaignId });
  expect(await sending.status({ campaignId })).toMatchObject({ state: 'off', stopped: null });
});
