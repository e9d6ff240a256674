import { expect, test } from 'vitest';
import { accountSid, openStage, ours, ours2, theirs } from '../testing/stage.ts';
import { picturePath } from '../phones/picture.ts';

test('a text is handed to the number’s webhook, signed and with every field', async () => {
  const { control, webhooks, pass } = await openStage();
  const { message } = control.text({ from: theirs, to: ours, body: 'Ja, ich komme 👍' });
  await pass(0);
  expect(webhooks.calls).toHaveLength(1);
  expect(webhooks.calls[0]).toMatchObject({ path: '/inbound', signed: true });
  expect(webhooks.calls[0]?.fields).toEqual({
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    SmsStatus: 'received',
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: theirs,
    FromCity: 'CHICAGO',
    FromState: 'IL',
    FromZip: '60601',
    FromCountry: 'US',
    To: ours,
    ToCity: 'NEW YORK',
    ToState: 'NY',
    ToZip: '10001',
    ToCountry: 'US',
    Body: 'Ja, ich komme 👍',
    NumMedia: '0',
    NumSegments: '1',
  });
});

test('a picture comes with its type and an address that it can be fetched from', async () => {
  const { simulator, control, webhooks, pass, client } = await openStage();
  const { message } = control.text({ from: theirs, to: ours, body: '', mediaUrls: [simulator.url + picturePath] });
  await pass(0);
  const fields = webhooks.calls[0]?.fields as Record<string, string>;
  expect(fields).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/png', Body: '' });
  const picture = await fetch(fields.MediaUrl0 as string);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(100);
  expect((await client.messages(message.sid).media.list())[0]?.contentType).toBe('image/png');
});

test('an incoming text is in the account’s messages', async () => {
  const { client, control, pass } = await openStage();
  const { message } = control.text({ from: theirs, to: ours, body: 'Yes' });
  await pass(0);
  const fetched = await client.messages(message.sid).fetch();
  expect(fetched).toMatchObject({ direction: 'inbound', status: 'received', from: theirs, to: ours, body: 'Yes' });
});

test('a service takes its numbers’ texts, unless the numbers keep their own webhooks', async () => {
  const { client, control, webhooks, pass } = await openStage();
  const service = await client.messaging.v1.services.create({
    friendlyName: 'One',
    inboundRequestUrl: `${webhooks.url}/service`,
  });
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: ours });
  await client.messaging.v1
    .services(service.sid)
    .phoneNumbers.create({ phoneNumberSid: (number as { sid: string }).sid });
  control.text({ from: theirs, to: ours, body: '1' });
  await pass(0);
  await client.messaging.v1.services(service.sid).update({ useInboundWebhookOnNumber: true });
  control.text({ from: theirs, to: ours, body: '2' });
  await pass(0);
  expect(webhooks.calls.map(({ path, fields }) => [path, fields.MessagingServiceSid])).toEqual([
    ['/service', service.sid],
    ['/inbound', service.sid],
  ]);
});

test('a webhook that fails is followed by the fallback, with the error and the URL', async () => {
  const { client, control, webhooks, pass } = await openStage();
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: ours });
  await client
    .incomingPhoneNumbers((number as { sid: string }).sid)
    .update({ smsFallbackUrl: `${webhooks.url}/fallback` });
  webhooks.answerWith(({ path }) => ({ status: path === '/inbound' ? 500 : 204 }));
  control.text({ from: theirs, to: ours, body: 'Yes' });
  await pass(0);
  expect(webhooks.calls.map(({ path }) => path)).toEqual(['/inbound', '/fallback']);
  expect(webhooks.calls[1]?.fields).toMatchObject({
    ErrorCode: '11200',
    ErrorUrl: `${webhooks.url}/inbound`,
    Body: 'Yes',
  });
  expect(control.counts().inboundFailed).toBe(0);
  webhooks.answerWith(() => ({ status: 500 }));
  control.text({ from: theirs, to: ours, body: 'Yes' });
  await pass(0);
  expect(control.counts().inboundFailed).toBe(1);
});

test('what the webhook answers in TwiML is sent to who wrote, and calls back', async () => {
  const { control, webhooks, pass } = await openStage();
  const twiml = `<?xml version="1.0"?><Response><Message statusCallback="${webhooks.url}/answered">Thanks &amp; see you</Message></Response>`;
  webhooks.answerWith(({ path }) => (path === '/inbound' ? { body: twiml } : {}));
  control.text({ from: theirs, to: ours, body: 'Yes' });
  await pass(5);
  expect(control.messages()[0]).toMatchObject({
    direction: 'outbound-reply',
    from: ours,
    to: theirs,
    body: 'Thanks & see you',
    status: 'delivered',
  });
  expect(webhooks.statuses()).toEqual(['queued', 'sent', 'delivered']);
});

for (const [what, answer, code] of [
  ['is no TwiML', { body: '<Response><Message>Hi</Response>' }, 12100],
  ['is of another type', { body: '{}', contentType: 'application/json' }, 12300],
] as const) {
  test(`an answer that ${what} is noted with ${code}, and nothing is sent`, async () => {
    const { control, webhooks, pass } = await openStage();
    webhooks.answerWith(() => answer);
    control.text({ from: theirs, to: ours, body: 'Yes' });
    await pass(5);
    expect(control.notes().map(note => note.code)).toEqual([code]);
    expect(control.messages()).toHaveLength(1);
  });
}

test('STOP blocks the number for that phone until START, and is answered and handed on', async () => {
  const { client, control, webhooks, pass } = await openStage();
  const send = (from: string) => client.messages.create({ to: theirs, from, body: 'Hi' });
  control.text({ from: theirs, to: ours, body: ' Stop ' });
  await pass(3);
  await expect(send(ours)).rejects.toMatchObject({ code: 21610, status: 400 });
  expect((await send(ours2)).status).toBe('queued');
  expect(control.isBlocked(ours, theirs)).toBe(true);
  expect(control.phone(theirs).thread.map(({ body }) => body.slice(0, 33))).toEqual([
    ' Stop ',
    'You have successfully been unsubs',
  ]);
  control.text({ from: theirs, to: ours, body: 'UNSTOP' });
  expect((await send(ours)).status).toBe('queued');
  await pass(0);
  expect(webhooks.calls.map(({ fields }) => [fields.Body, fields.OptOutType])).toEqual([
    [' Stop ', undefined],
    ['UNSTOP', undefined],
  ]);
});

test('STOP to one number of a service blocks them all: the message is accepted and then fails with 21610', async () => {
  const { client, control, pass } = await openStage();
  const { sid: messagingServiceSid } = control.addService({ friendlyName: 'Two', numbers: [ours, ours2] });
  control.text({ from: theirs, to: ours, body: 'STOPALL' });
  const { sid, status } = await client.messages.create({ to: theirs, messagingServiceSid, body: 'Hi' });
  await pass(3);
  expect([status, (await client.messages(sid).fetch()).errorCode]).toEqual(['accepted', 21610]);
  await expect(client.messages.create({ to: theirs, from: ours2, body: 'Hi' })).rejects.toMatchObject({ code: 21610 });
});

test('with Advanced Opt-Out the webhook says what the keyword was taken for', async () => {
  const { control, webhooks, pass } = await openStage();
  const inboundRequestUrl = `${webhooks.url}/inbound`;
  control.addService({ friendlyName: 'Advanced', numbers: [ours], advancedOptOut: true, inboundRequestUrl });
  for (const body of ['Yes', 'HELP', 'quit', 'YES', 'stop it', 'STOP.']) {
    control.text({ from: theirs, to: ours, body });
    await pass(0);
  }
  expect(webhooks.calls.map(({ fields }) => [fields.Body, fields.OptOutType])).toEqual([
    ['Yes', undefined],
    ['HELP', 'HELP'],
    ['quit', 'STOP'],
    ['YES', 'START'],
    ['stop it', undefined],
    ['STOP.', undefined],
  ]);
});
