import { Writable } from 'node:stream';
import { eq } from 'drizzle-orm';
import twilio from 'twilio';
import { expect, onTestFinished, test } from 'vitest';
import type { FaultName } from '@campaign-kit/demo/simulator/faults';
import { picturePath } from '@campaign-kit/demo/simulator/phones/picture';
import { startSimulator } from '@campaign-kit/demo/simulator/start-simulator';
import { conversations, messages } from '@campaign-kit/server/db/schema/conversations';
import { phoneNumbers } from '@campaign-kit/server/db/schema/organizations';
import { addCampaign } from '@campaign-kit/server/fixture/add-campaign';
import { testServer } from '@campaign-kit/server/fixture/test-server';
import { createApp } from '@campaign-kit/server/http/create-app';
import { createLog } from '@campaign-kit/server/http/log';
import { askForMissed } from '@campaign-kit/server/inbound/ask-for-missed';
import { startInbox } from '@campaign-kit/server/inbound/process-webhooks';
import type { Outgoing } from '@campaign-kit/server/sms/sms';
import { twilioSms } from '@campaign-kit/server/sms/twilio-sms';

const accountSid = `AC${'0'.repeat(32)}`;
const authToken = 'the token of the account';
const publicUrl = 'https://texting.example/kit';
const [ours, theirs] = [12_125_550_100, 13_125_550_142];

/** The server's way to Twilio, with Twilio's own SDK, to a Twilio that keeps to what is published about the API. */
async function provider({ slowMs = 4_000 } = {}) {
  const simulator = await startSimulator({
    port: 0,
    accountSid,
    authToken,
    numbers: [{ phoneNumber: `+${ours}`, smsUrl: 'http://127.0.0.1:1/nobody-is-there' }],
    settings: { slowMs },
  });
  onTestFinished(simulator.stop);
  const sms = twilioSms({ accountSid, authToken, baseUrl: simulator.url, publicUrl, timeoutMs: 600 });
  return { simulator, control: simulator.control, sms };
}

const text = (more: Partial<Outgoing> = {}): Outgoing => ({
  to: theirs,
  from: ours,
  messagingServiceSid: null,
  text: 'Hi Ann 👋',
  media: [],
  validForSeconds: 3_600,
  messageId: 7,
  attempt: 2,
  ...more,
});

test('what is asked of Twilio is what its API describes, field for field', async () => {
  const { control, sms, simulator } = await provider();
  const service = control.addService({ friendlyName: 'One', numbers: [`+${ours}`] });
  const picture = simulator.url + picturePath;
  const hours = 11 * 3_600;
  expect(await sms.send(text())).toMatchObject({ outcome: 'accepted', sid: expect.stringMatching(/^SM/) });
  await sms.send(text({ messagingServiceSid: service.sid, media: [picture], text: '', validForSeconds: hours }));
  await sms.find({ to: theirs, from: ours, text: 'Hi Ann 👋', since: Date.now() - 60_000 });
  await sms.received({ to: ours, since: Date.now() - 60_000 });
  const [second, first] = control.messages();
  expect(await sms.statusOf(first!.sid)).toMatchObject({ sid: first!.sid, errorCode: null });
  expect(await sms.statusOf(`SM${'0'.repeat(32)}`)).toBeNull();
  const statusCallback = `${publicUrl}/webhooks/twilio/status?message=7&attempt=2`;
  expect(first).toMatchObject({
    to: `+${theirs}`,
    from: `+${ours}`,
    body: 'Hi Ann 👋',
    validitySeconds: 3_600,
    statusCallback,
  });
  // Ten hours are the longest that Twilio takes.
  expect(second).toMatchObject({ serviceSid: service.sid, validitySeconds: 36_000, media: [{ url: picture }] });
  expect(control.warnings()).toEqual([]);
});

const faults: [FaultName, object, kept: boolean][] = [
  ['tooManyRequests', { outcome: 'refused', errorCode: 20429 }, false],
  ['serverError', { outcome: 'unknown' }, false],
  ['serverErrorKept', { outcome: 'unknown' }, true],
  ['dropped', { outcome: 'unknown' }, false],
  ['droppedKept', { outcome: 'unknown' }, true],
  ['neverAnswers', { outcome: 'unknown' }, false],
  ['slow', { outcome: 'unknown' }, true],
];
for (const [fault, outcome, kept] of faults) {
  test(`a request that meets ${fault} is ${JSON.stringify(outcome)}, and the look-up says that it is ${kept ? '' : 'not '}there`, async () => {
    const { control, sms } = await provider({ slowMs: 900 });
    control.setFaults({ [fault]: 1 });
    expect(await sms.send(text())).toEqual(outcome);
    control.setFaults({ [fault]: 0 });
    await expect
      .poll(() => sms.find({ to: theirs, from: ours, text: 'Hi Ann 👋', since: Date.now() - 60_000 }))
      .toHaveLength(kept ? 1 : 0);
    expect(await sms.find({ to: theirs, from: ours, text: 'Hi Ben', since: 0 })).toEqual([]);
  });
}

test('a Twilio that cannot be reached has not got the text, and cannot say what it knows', async () => {
  const sms = twilioSms({ accountSid, authToken, baseUrl: 'http://127.0.0.1:1', publicUrl });
  expect(await sms.send(text())).toEqual({ outcome: 'notSent' });
  await expect(sms.find(text() as never)).rejects.toThrow(/^The provider could not be asked: ECONNREFUSED$/);
  await expect(sms.received({ to: ours, since: 0 })).rejects.toThrow('could not be asked');
  await expect(sms.statusOf('SM1')).rejects.toThrow('could not be asked');
});

test('signatures are over the public URL, wherever the proxies before the server let the call arrive', async () => {
  const { sms } = await provider();
  const server = await testServer({ sms });
  const keys = { secret: 's'.repeat(32), issuer: publicUrl };
  const log = createLog('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));
  const app = createApp({ world: server.world, keys, log });
  const call = async (query: string, signedFor: string, more: Record<string, string> = {}) => {
    const fields = { MessageSid: 'SM1', From: `+${theirs}`, To: `+${ours}`, Body: 'Ja & “nein”', ...more };
    const signature = twilio.getExpectedTwilioSignature(authToken, signedFor + query, fields);
    const response = await app.request(`http://10.0.0.7:8787/webhooks/twilio/inbound${query}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-twilio-signature': signature,
        'x-forwarded-host': 'somebody-else.example',
        'x-forwarded-proto': 'http',
      },
      body: new URLSearchParams(fields).toString(),
    });
    return response.status;
  };
  const inbound = `${publicUrl}/webhooks/twilio/inbound`;
  expect(await call('', inbound)).toBe(200);
  expect(await call('?campaign=7&x=a%20b', inbound, { MessageSid: 'SM2' })).toBe(200);
  expect(await call('', 'http://10.0.0.7:8787/webhooks/twilio/inbound')).toBe(403);
  expect(await call('', 'http://somebody-else.example/webhooks/twilio/inbound')).toBe(403);
});

test('what came in while nobody was there to take it is asked for, pictures too, and counts once', async () => {
  const { simulator, control, sms } = await provider();
  const server = await testServer({ sms, now: Date.now() });
  const { id: organizationId } = await server.organization();
  const [number] = await server.db.write(tx =>
    tx.insert(phoneNumbers).values({ organizationId, phone: ours }).returning(),
  );
  const texted = { phone: theirs, status: 'messaged', lastMessagedAt: server.now() } as const;
  const { ids } = await addCampaign(server, { organizationId, conversations: [texted] });
  await server.db.write(tx => tx.update(conversations).set({ phoneNumberId: number!.id }));
  const write = (body: string, mediaUrls: string[] = []) =>
    control.text({ from: `+${theirs}`, to: `+${ours}`, body, mediaUrls }).handed;
  await write('Yes');
  await write('and this', [simulator.url + picturePath]);
  const inbox = startInbox(server.world, error => expect.fail(String(error)));
  const ask = async () => {
    await askForMissed(server.world);
    await inbox.idle();
  };
  await ask();
  server.pass(61_000);
  await ask();
  const kept = await server.db.read.select().from(messages).where(eq(messages.conversationId, ids[0]!));
  expect(kept.map(({ text: body }) => body)).toEqual(['Yes', 'and this']);
  expect((await fetch(kept[1]!.media![0]!)).headers.get('content-type')).toBe('image/png');
  // Not asked again within the minute; a provider that cannot say leaves it to the next time.
  await write('later');
  await ask();
  server.pass(61_000);
  control.setFaults({ serverError: 1 });
  await expect(ask()).rejects.toThrow('could not be asked');
  control.setFaults({ serverError: 0 });
  await ask();
  expect(await server.db.read.$count(messages)).toBe(3);
  await inbox.stop();
});
