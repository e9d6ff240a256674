import { expect, test } from 'vitest';
import { accountSid, openStage, ours, theirs } from '../testing/stage.ts';

test('a callback is a signed form with every field, at the URL as it was given', async () => {
  const { client, control, pass, webhooks, statusCallback } = await openStage();
  const { sid: service } = control.addService({ friendlyName: 'One', numbers: [ours] });
  const { sid } = await client.messages.create({
    to: theirs,
    messagingServiceSid: service,
    body: 'Hi',
    statusCallback,
  });
  await pass(5);
  expect(webhooks.calls.map(({ path, signed }) => [path, signed])).toEqual(Array(3).fill(['/status?campaign=7', true]));
  const common = {
    MessageSid: sid,
    SmsSid: sid,
    AccountSid: accountSid,
    From: ours,
    To: theirs,
    ApiVersion: '2010-04-01',
  };
  expect(webhooks.calls.map(({ fields }) => fields)).toEqual([
    { ...common, MessagingServiceSid: service, MessageStatus: 'queued', SmsStatus: 'queued' },
    { ...common, MessagingServiceSid: service, MessageStatus: 'sent', SmsStatus: 'sent' },
    {
      ...common,
      MessagingServiceSid: service,
      MessageStatus: 'delivered',
      SmsStatus: 'delivered',
      RawDlrDoneDate: '2610011500',
    },
  ]);
});

test('an undelivered message calls back with the error of the carrier', async () => {
  const { client, pass, webhooks, statusCallback, control } = await openStage({ faults: { carrier30006: 1 } });
  const { sid } = await client.messages.create({ to: theirs, from: ours, body: 'Hi', statusCallback });
  await pass(5);
  expect(webhooks.calls.at(-1)?.fields).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30006' });
  expect(await client.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30006 });
  expect(control.phone(theirs).thread).toEqual([]);
});

test('without a callback of its own, a message calls back to its service or its number', async () => {
  const { client, control, pass, webhooks } = await openStage();
  const service = control.addService({
    friendlyName: 'One',
    numbers: [ours],
    statusCallback: `${webhooks.url}/of-service`,
  });
  control.addNumber({ phoneNumber: '+17185550110', statusCallback: `${webhooks.url}/of-number` });
  await client.messages.create({ to: theirs, messagingServiceSid: service.sid, body: 'Hi' });
  await client.messages.create({ to: theirs, from: '+17185550110', body: 'Hi' });
  await pass(5);
  expect([...new Set(webhooks.calls.map(({ path }) => path))].sort()).toEqual(['/of-number', '/of-service']);
});

for (const [what, fragment, statuses, tries] of [
  ['is not tried again by itself', '', [503], 1],
  ['is tried again as often as the URL says', '#rc=2&rp=5xx', [503, 503], 3],
  ['is tried again for a refusal where the URL says all', '#rc=5&rp=all', [404, 500], 3],
  ['is not tried again for a refusal where the URL says failures', '#rc=5&rp=5xx', [404], 1],
] as const) {
  test(`a callback that fails ${what}`, async () => {
    const { client, control, pass, webhooks } = await openStage();
    const left: number[] = [...statuses];
    webhooks.answerWith(() => ({ status: left.shift() ?? 204 }));
    control.setFaults({ carrier30003: 0 });
    await client.messages.create({
      to: theirs,
      from: ours,
      body: 'Hi',
      statusCallback: `${webhooks.url}/status${fragment}`,
    });
    await pass(0.05);
    expect(webhooks.calls).toHaveLength(tries);
    expect(new Set(webhooks.calls.map(({ idempotency }) => idempotency)).size).toBe(1);
    expect(webhooks.calls.every(({ signed, path }) => signed && path === '/status')).toBe(true);
    expect(control.counts()).toMatchObject({
      callbacks: 1,
      webhookRetries: tries - 1,
      callbacksFailed: tries === 1 ? 1 : 0,
    });
  });
}

test('a callback that reaches nobody is tried once more and then noted', async () => {
  const { client, control, pass } = await openStage();
  await client.messages.create({ to: theirs, from: ours, body: 'Hi', statusCallback: 'http://127.0.0.1:1/status' });
  await pass(0.05);
  expect(control.counts()).toMatchObject({ webhookRetries: 1, callbacksFailed: 1 });
  expect(control.notes().at(-1)).toMatchObject({ level: 'error', code: 11200 });
});

test('a callback is not sent before the one before it has been answered', async () => {
  const { client, simulator, control, webhooks } = await openStage({ now: Date.now });
  let [open, most] = [0, 0];
  webhooks.answerWith(async () => {
    most = Math.max(most, ++open);
    await new Promise(resolve => setTimeout(resolve, 30));
    open--;
    return { status: 204 };
  });
  control.setSettings({ receiptMs: [0, 0] });
  await client.messages.create({ to: theirs, from: ours, body: 'Hi', statusCallback: `${webhooks.url}/status` });
  while (webhooks.statuses().length < 3) {
    await simulator.settle();
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  expect([webhooks.statuses(), most]).toEqual([['queued', 'sent', 'delivered'], 1]);
});

test('an idle connection that the receiver closes loses no callback', async () => {
  const { client, control, pass, webhooks, statusCallback } = await openStage();
  for (let n = 0; n < 5; n++) {
    await client.messages.create({ to: theirs, from: ours, body: 'Hi', statusCallback });
    await pass(10);
    webhooks.hangUpOnNext();
  }
  expect(webhooks.statuses()).toHaveLength(15);
  expect(control.counts()).toMatchObject({ callbacks: 15, callbacksFailed: 0 });
});
