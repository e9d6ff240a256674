import { expect, test } from 'vitest';
import { openStage, ours, ours2, theirs } from '../testing/stage.ts';

type Sent = Parameters<Awaited<ReturnType<typeof openStage>>['client']['messages']['create']>[0];

const later = (minutes: number) => new Date(Date.UTC(2026, 9, 1, 15, minutes));
const pictures = (count: number) => Array.from({ length: count }, (_, n) => `https://pictures.example/${n}.png`);
const nobody = `MG${'0'.repeat(32)}`;

const refusals: readonly (readonly [string, Partial<Sent>, number])[] = [
  ['without a recipient', { to: '' }, 21604],
  ['to what is no number', { to: '+1555' }, 21211],
  ['to an area that cannot be', { to: '+10125550142' }, 21211],
  ['without a sender', { from: '' }, 21603],
  ['from what is no number', { from: 'Northside' }, 21212],
  ['from a number of somebody else', { from: '+17185550199' }, 21659],
  ['from a number that cannot text', { from: '+16175550102' }, 21606],
  ['to the sender itself', { to: ours }, 21266],
  ['without words or pictures', { body: '' }, 21602],
  ['of more than 1,600 characters', { body: 'x'.repeat(1_601) }, 21617],
  ['with eleven pictures', { mediaUrl: pictures(11) }, 21623],
  ['with a picture from nowhere', { mediaUrl: ['yard sign'] }, 21620],
  ['with a callback to nowhere', { statusCallback: 'status' }, 21609],
  ['with a callback to a host with an underscore', { statusCallback: 'https://my_crm.example/x' }, 21609],
  ['valid for no time', { validityPeriod: 0 }, 21624],
  ['valid for more than ten hours', { validityPeriod: 36_001 }, 21624],
  ['by a template', { contentSid: `HX${'0'.repeat(32)}` }, 21655],
  ['by a service that does not exist', { from: '', messagingServiceSid: nobody }, 21701],
  ['for later without a service', { scheduleType: 'fixed', sendAt: later(60) }, 35118],
];

for (const [why, changed, code] of refusals) {
  test(`a message ${why} is refused with ${code}`, async () => {
    const { client, control } = await openStage();
    control.addNumber({ phoneNumber: '+16175550102', sms: false });
    const sent = client.messages.create({ to: theirs, from: ours, body: 'Hi', ...changed });
    await expect(sent).rejects.toMatchObject({ code, moreInfo: `https://www.twilio.com/docs/errors/${code}` });
    expect(control.messages()).toEqual([]);
    expect(control.counts()).toMatchObject({ refused: 1, accepted: 0 });
  });
}

for (const [why, changed, code] of [
  ['no time', {}, 35111],
  ['a time in five minutes', { sendAt: later(5) }, 35114],
  ['a time in six weeks', { sendAt: later(60 * 24 * 42) }, 35114],
] as const) {
  test(`a scheduled message with ${why} is refused with ${code}`, async () => {
    const { client, control } = await openStage();
    const { sid } = control.addService({ friendlyName: 'Later', numbers: [ours] });
    const asked = { to: theirs, messagingServiceSid: sid, body: 'Hi', scheduleType: 'fixed' as const, ...changed };
    await expect(client.messages.create(asked)).rejects.toMatchObject({ code });
  });
}

test('a service without numbers is refused, and a number that is not in it', async () => {
  const { client, control } = await openStage();
  const empty = control.addService({ friendlyName: 'Empty', numbers: [] });
  const service = control.addService({ friendlyName: 'One', numbers: [ours] });
  const send = (messagingServiceSid: string, from?: string) =>
    client.messages.create({ to: theirs, messagingServiceSid, body: 'Hi', ...(from ? { from } : {}) });
  await expect(send(empty.sid)).rejects.toMatchObject({ code: 21704 });
  await expect(send(service.sid, ours2)).rejects.toMatchObject({ code: 21606 });
  expect(await send(service.sid, ours)).toMatchObject({ status: 'accepted', from: ours });
});

test('an American may write numbers as at home', async () => {
  const { client } = await openStage();
  const sent = await client.messages.create({ to: '(312) 555-0142', from: '1-212-555-0100', body: 'Hi' });
  expect([sent.to, sent.from]).toEqual([theirs, ours]);
});

test('a queue that is full refuses a number with 21611, and fails the message of a service with 30001', async () => {
  const { client, control, pass } = await openStage({ settings: { queueSeconds: 2 } });
  const { sid } = control.addService({ friendlyName: 'One', numbers: [ours] });
  for (let n = 0; n < 4; n++) await client.messages.create({ to: theirs, from: ours2, body: `${n}` });
  await pass(0.1);
  const sent = client.messages.create({ to: theirs, from: ours2, body: 'too many' });
  await expect(sent).rejects.toMatchObject({ code: 21611, status: 429 });
  for (let n = 0; n < 4; n++) await client.messages.create({ to: theirs, messagingServiceSid: sid, body: `${n}` });
  await pass(10);
  const statuses = (await client.messages.list({ from: ours })).map(({ status, errorCode }) => [status, errorCode]);
  expect(statuses.filter(([status]) => status === 'failed')).toEqual([['failed', 30001]]);
});

test('limits of a day, of a pair of numbers and of requests at once are refused with 429', async () => {
  const { client, control, pass } = await openStage({ settings: { dailyLimit: 3, pairLimit: 2 } });
  const send = (to: string) => client.messages.create({ to, from: ours, body: 'Hi' });
  await send(theirs);
  await send(theirs);
  await expect(send(theirs)).rejects.toMatchObject({ code: 14107, status: 429 });
  await pass(61);
  await send(theirs);
  await expect(send(theirs)).rejects.toMatchObject({ code: 63038, status: 429 });
  await pass(86_400);
  await send(theirs);
  control.setSettings({ concurrentRequests: 1, dailyLimit: null, pairLimit: null });
  const both = await Promise.allSettled([send(theirs), send(theirs)]);
  expect(both.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(1);
});
