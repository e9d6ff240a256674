import { expect, test } from 'vitest';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign, type GivenConversation } from '../fixture/add-campaign.ts';
import { fakeSms } from '../fixture/fake-sms.ts';
import { testServer } from '../fixture/test-server.ts';
import { startSender } from '../messages/sender.ts';
import { autoSend } from './auto-send.ts';

/** Noon in New York. */
const now = Date.UTC(2026, 9, 13, 16);
const second = 1_000;

/** A campaign of so many people in the pool and five that texters hold, on a number that takes ten texts a second. */
async function campaignOf(people: number) {
  const server = await testServer({ sms: fakeSms(), now });
  const session = await server.session();
  const { organizationId } = session;
  await server.db.write(tx =>
    tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001, sendEveryMs: 100 }),
  );
  const pool = Array<GivenConversation>(people).fill({});
  const held = Array<GivenConversation>(5).fill({ texterId: 1 });
  const { campaignId } = await addCampaign(server, { organizationId, conversations: [...pool, ...held] });
  const { sending } = server.caller(session);
  const status = async (perHour?: number | null) => sending.status({ campaignId, perHour });
  const send = async () => {
    await autoSend(server.world);
    const sender = startSender(server.world, error => expect.fail(String(error)));
    await sender.idle();
    await sender.stop();
  };
  return { server, sending, campaignId, status, send };
}

test('what went out by itself is counted from the start on, also over pauses and other limits; what texters hold is apart', async () => {
  const { server, sending, campaignId, status, send } = await campaignOf(30);
  expect(await status()).toMatchObject({ sent: 0, remaining: 30, held: 5, numbersPerHour: 36_000 });
  await sending.start({ campaignId, perHour: null });
  await autoSend(server.world);
  const { sent, queued, remaining } = await status();
  expect(sent + queued + remaining).toBe(30);
  await send();
  await sending.pause({ campaignId });
  await sending.limit({ campaignId, perHour: 36_000 });
  expect(await status()).toMatchObject({ state: 'paused', perHour: 36_000, held: 5 });
  await sending.resume({ campaignId });
  for (let left = 6; left > 0; left--) {
    server.pass(second);
    await send();
  }
  expect(await status()).toMatchObject({ state: 'off', sent: 30, remaining: 0, queued: 0, held: 5 });
});

test('one can see what another limit would mean before it is set', async () => {
  const { sending, campaignId, status } = await campaignOf(60);
  await sending.start({ campaignId, perHour: 600 });
  const minutes = async (perHour?: number | null) => ((await status(perHour)).forecast.endsAt! - now) / 60_000;
  expect(await minutes()).toBe(6);
  expect(await minutes(120)).toBe(30);
  expect(await minutes(null)).toBe(0.1);
  expect(await status(120)).toMatchObject({ perHour: 600 });
});

for (const [which, from, to, waits] of [
  ['a higher limit shortens', 60, 120, 30],
  ['a lower one lengthens', 60, 30, 120],
  ['without a limit there is no more of', 60, null, 0],
  ['the first limit begins without', null, 60, 0],
] as const) {
  test(`${which} the wait for the next text, and sends nothing by itself`, async () => {
    const { server, sending, campaignId, status, send } = await campaignOf(50);
    await sending.start({ campaignId, perHour: from });
    if (from !== null) await send();
    await sending.limit({ campaignId, perHour: to });
    const before = await status();
    expect(before.perHour).toBe(to);
    if (waits > 0) {
      server.pass((waits - 1) * second);
      await send();
      expect((await status()).remaining).toBe(before.remaining);
    }
    server.pass(2 * second);
    await send();
    expect((await status()).remaining).toBeLessThan(before.remaining);
  });
}

test('a limit is from 1 to 100,000', async () => {
  const { sending, campaignId } = await campaignOf(1);
  for (const perHour of [0, 100_001, 1.5])
    await expect(sending.limit({ campaignId, perHour })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
