import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { campaignOf } from '../campaigns/campaign.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { conversations, messages, optOuts } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { fakeSms } from '../fixture/fake-sms.ts';
import { wrongMessageCounts } from '../fixture/recount-messages.ts';
import { testServer } from '../fixture/test-server.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import type { Sent } from '../sms/sms.ts';
import { lookUpMessages } from './look-up-messages.ts';
import { lookUpUnheard } from './look-up-unheard.ts';
import { queueText } from './queue-text.ts';
import { releaseWaiting } from './release-waiting.ts';
import { startSender } from './sender.ts';

/** An organization with a number, a campaign, and people who wait for their first message. */
async function sending(people = 1, answer?: (attempt: number) => Sent) {
  const sms = fakeSms(answer && (({ attempt }) => answer(attempt)));
  const server = await testServer({ sms });
  const { id: organizationId } = await server.organization();
  await server.db.write(tx =>
    tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001, sendEveryMs: 1 }),
  );
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: Array(people).fill({}) });
  const queue = (conversationId: number, text = 'Hi') =>
    server.db.write(async tx =>
      queueText(tx, {
        campaign: await campaignOf(tx, organizationId, campaignId),
        conversation: await conversationOf(tx, organizationId, conversationId),
        kind: 'initial',
        text,
        userId: null,
        now: server.now(),
      }),
    );
  /** All that can leave now leaves, and every answer is written down. */
  const send = async () => {
    const failures: unknown[] = [];
    const sender = startSender(server.world, failure => failures.push(failure));
    await sender.idle();
    await sender.stop();
    expect(failures).toEqual([]);
  };
  const rows = () => server.db.read.select().from(messages).orderBy(messages.id);
  const states = async () => (await rows()).map(({ sendStatus }) => sendStatus);
  const campaign = () => campaignOf(server.db.read, organizationId, campaignId);
  return { server, sms, organizationId, campaignId, ids, queue, send, rows, states, campaign };
}

test('a queued text goes out once, from the organization’s number, inside the hours of the contact', async () => {
  const { sms, ids, queue, send, rows, server } = await sending();
  await queue(ids[0]!);
  await send();
  await send();
  expect(sms.sent).toHaveLength(1);
  expect(sms.sent[0]).toMatchObject({ from: 15_550_000_001, text: 'Hi', attempt: 1, validForSeconds: 9 * 3_600 });
  expect((await rows())[0]).toMatchObject({
    sendStatus: 'accepted',
    serviceSid: expect.stringMatching(/^SM/),
    dueAt: server.now() + 900_000,
  });
  expect(await wrongMessageCounts(server.db.read)).toEqual([]);
});

test('a second initial message of the same pass is refused', async () => {
  const { ids, queue } = await sending();
  await queue(ids[0]!);
  await expect(queue(ids[0]!)).rejects.toMatchObject({ reason: 'refusal.movedOn' });
});

test('a person hears from the number that they know', async () => {
  const { server, organizationId, ids, queue, rows } = await sending(2);
  const [, other] = await server.db.write(async tx => {
    await tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_002 });
    return tx.select().from(phoneNumbers);
  });
  await server.db.write(tx =>
    tx.update(conversations).set({ phoneNumberId: other!.id }).where(eq(conversations.id, ids[1]!)),
  );
  for (const id of ids) await queue(id);
  expect((await rows())[1]!.phoneNumberId).toBe(other!.id);
});

test('a number sends no faster than its carrier takes, and replies go before initial messages', async () => {
  const { server, sms, ids, queue, send } = await sending(5);
  await server.db.write(tx => tx.update(phoneNumbers).set({ sendEveryMs: 1_000 }));
  for (const id of ids) await queue(id);
  await send();
  expect(sms.sent).toHaveLength(1);
  await send();
  expect(sms.sent).toHaveLength(1);
  server.pass(2_000);
  await send();
  expect(sms.sent).toHaveLength(2);
});

test('what may not leave now waits for the contact’s morning, and leaves then', async () => {
  const { server, sms, ids, queue, send, states, rows } = await sending();
  await queue(ids[0]!);
  server.pass(10 * 3_600_000);
  await send();
  expect(await states()).toEqual(['waiting']);
  expect((await rows())[0]!.dueAt).toBe(server.now() + 11 * 3_600_000);
  server.pass(11 * 3_600_000);
  await releaseWaiting(server.world);
  await send();
  expect(sms.sent).toHaveLength(1);
});

test('who opts out while a text waits does not get it', async () => {
  const { server, sms, organizationId, ids, queue, send, states } = await sending();
  await queue(ids[0]!);
  const { phone } = await conversationOf(server.db.read, organizationId, ids[0]!);
  await server.db.write(tx => optOutPhone(tx, { organizationId, phone, reason: 'manual', now: server.now() }));
  await send();
  expect(sms.sent).toEqual([]);
  expect(await states()).toEqual(['cancelled']);
});

test('a text that the provider has no room for is tried again later, each time after a longer pause', async () => {
  const { server, sms, ids, queue, send, states, rows } = await sending(1, attempt =>
    attempt < 3 ? { outcome: 'refused', errorCode: 20429 } : fakeSms.accepted(),
  );
  await queue(ids[0]!);
  await send();
  expect(await states()).toEqual(['waiting']);
  expect((await rows())[0]!.dueAt).toBe(server.now() + 30_000);
  server.pass(30_000);
  await releaseWaiting(server.world);
  await send();
  expect((await rows())[0]!.dueAt).toBe(server.now() + 120_000);
  server.pass(120_000);
  await releaseWaiting(server.world);
  await send();
  expect(await states()).toEqual(['accepted']);
  expect(sms.sent.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
});

test('an outcome that nobody knows is looked up: found, it is never sent again', async () => {
  const { server, sms, ids, queue, send, rows } = await sending(1, () => ({ outcome: 'unknown' }));
  await queue(ids[0]!);
  await send();
  sms.known.push({ sid: 'SMfound', sendStatus: 'delivered', errorCode: null });
  server.pass(20_000);
  await lookUpMessages(server.world);
  expect((await rows())[0]).toMatchObject({ sendStatus: 'delivered', serviceSid: 'SMfound' });
  await send();
  expect(sms.sent).toHaveLength(1);
});

test('not found twice, a minute apart, it was never sent, and goes out', async () => {
  const { server, sms, ids, queue, send, states } = await sending(1, attempt =>
    attempt === 1 ? { outcome: 'unknown' } : fakeSms.accepted(),
  );
  await queue(ids[0]!);
  await send();
  server.pass(20_000);
  await lookUpMessages(server.world);
  expect(await states()).toEqual(['sending']);
  server.pass(60_000);
  await lookUpMessages(server.world);
  expect(await states()).toEqual(['queued']);
  await send();
  expect(await states()).toEqual(['accepted']);
  expect(sms.sent).toHaveLength(2);
});

test('while the provider cannot be asked nothing is sent again', async () => {
  const { server, sms, ids, queue, send, states } = await sending(1, () => ({ outcome: 'unknown' }));
  sms.find = () => Promise.reject(new Error('no answer'));
  await queue(ids[0]!);
  await send();
  for (let minute = 0; minute < 5; minute++) {
    server.pass(60_000);
    await lookUpMessages(server.world);
  }
  expect(await states()).toEqual(['sending']);
});

test('a text whose callback was lost is asked for once an hour, for a day', async () => {
  const { server, sms, ids, queue, send, rows, states } = await sending(2);
  for (const id of ids) await queue(id);
  await send();
  const [first, second] = await rows();
  const asked: string[] = [];
  sms.statusOf = sid => {
    asked.push(sid);
    return Promise.resolve(sms.known.find(one => one.sid === sid) ?? null);
  };
  server.pass(14 * 60_000);
  await lookUpUnheard(server.world);
  expect(asked).toEqual([]);
  server.pass(60_000);
  sms.known.push({ sid: first!.serviceSid!, sendStatus: 'undelivered', errorCode: 30005 });
  await lookUpUnheard(server.world);
  expect(await states()).toEqual(['undelivered', 'accepted']);
  expect((await rows())[0]).toMatchObject({ errorCode: 30005, dueAt: null });
  for (let hour = 0; hour < 30; hour++) {
    server.pass(60 * 60_000);
    await lookUpUnheard(server.world);
  }
  expect(asked).toEqual([first!.serviceSid, ...Array<string>(24).fill(second!.serviceSid!)]);
});

test('a failure that a look tells of and that may pass is tried again, and then looked up as if for the first time', async () => {
  const { server, sms, ids, queue, send, rows } = await sending(1);
  await queue(ids[0]!);
  await send();
  server.pass(15 * 60_000);
  sms.known.push({ sid: (await rows())[0]!.serviceSid!, sendStatus: 'undelivered', errorCode: 30017 });
  await lookUpUnheard(server.world);
  expect((await rows())[0]).toMatchObject({ sendStatus: 'waiting', looks: 0 });
});

test('a number that is bad for good marks the person, one who opted out at the provider is opted out here', async () => {
  const codes = [30005, 21610];
  const { server, ids, queue, send, rows } = await sending(2);
  for (const [at, id] of ids.entries()) {
    await queue(id);
    const sms = server.world.sms as ReturnType<typeof fakeSms>;
    sms.answer = () => ({ outcome: 'refused', errorCode: codes[at]! });
    await send();
    server.pass(1_000);
  }
  expect((await rows()).map(({ sendStatus, errorCode }) => [sendStatus, errorCode])).toEqual([
    ['failed', 30005],
    ['failed', 21610],
  ]);
  const people = await server.db.read.select().from(conversations).orderBy(conversations.id);
  expect(people.map(({ undeliverable, optedOut }) => [undeliverable, optedOut])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(await server.db.read.select().from(optOuts)).toHaveLength(1);
  expect(await wrongMessageCounts(server.db.read)).toEqual([]);
});

test('an error that concerns every message pauses the campaign with its reason; nothing more leaves until it is resumed', async () => {
  const { server, sms, campaignId, ids, queue, send, states, campaign } = await sending(3, () => ({
    outcome: 'refused',
    errorCode: 30034,
  }));
  await queue(ids[0]!);
  await queue(ids[1]!);
  await server.db.write(tx => tx.update(phoneNumbers).set({ sendEveryMs: 60_000 }));
  await send();
  expect((await campaign()).sendingPausedReason).toEqual({ outcome: 'stop', errorCode: 30034, failed: 1, total: 1 });
  await expect(queue(ids[2]!)).rejects.toMatchObject({ reason: 'refusal.sendingPaused' });
  server.pass(60_000);
  await send();
  expect(await states()).toEqual(['failed', 'held']);
  sms.answer = () => fakeSms.accepted();
  await server.db.write(tx => tx.update(campaigns).set({ sendingPausedAt: null }).where(eq(campaigns.id, campaignId)));
  await releaseWaiting(server.world);
  server.pass(60_000);
  await send();
  expect(await states()).toEqual(['failed', 'accepted']);
  expect(await wrongMessageCounts(server.db.read)).toEqual([]);
});
