import { expect, test } from 'vitest';
import { openStage, ours, ours2, theirs } from '../testing/stage.ts';

test('a number sends one segment a second, whatever it is asked for at once', async () => {
  const { client, control, pass } = await openStage();
  for (let n = 0; n < 5; n++)
    await client.messages.create({ to: theirs, from: ours, body: n === 1 ? 'x'.repeat(200) : 'Hi' });
  await client.messages.create({ to: theirs, from: ours2, body: 'beside it' });
  await pass(60);
  const sent = control
    .messages()
    .filter(({ from }) => from === ours)
    .map(({ sentAt }) => sentAt as number)
    .reverse();
  expect(sent.map(at => Math.round((at - (sent[0] as number)) / 100) / 10)).toEqual([0, 1, 3, 4, 5]);
  expect(control.counts()).toMatchObject({ accepted: 6, sent: 6, delivered: 6, segments: 7 });
});

test('what waits in the queue for longer than it is valid fails with 30036, and is never sent', async () => {
  const { client, pass, webhooks, statusCallback } = await openStage();
  const send = () => client.messages.create({ to: theirs, from: ours, body: 'Hi', validityPeriod: 2, statusCallback });
  const sids: string[] = [];
  for (let n = 0; n < 5; n++) sids.push((await send()).sid);
  await pass(30);
  const outcomes = await Promise.all(sids.map(sid => client.messages(sid).fetch()));
  expect(outcomes.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'failed', 'failed', 'failed']);
  expect(outcomes[4]).toMatchObject({ errorCode: 30036, errorMessage: 'Validity Period Expired', dateSent: null });
  expect(webhooks.statuses(sids[4])).toEqual(['queued', 'failed']);
});

test('a scheduled message goes out at its time; a canceled one never does, and a sent one cannot be canceled', async () => {
  const { client, control, pass, webhooks, statusCallback } = await openStage();
  const { sid: messagingServiceSid } = control.addService({ friendlyName: 'Later', numbers: [ours] });
  const sendAt = new Date(Date.UTC(2026, 9, 1, 16));
  const asked = { to: theirs, messagingServiceSid, body: 'Hi', scheduleType: 'fixed' as const, sendAt, statusCallback };
  const [kept, canceled] = [await client.messages.create(asked), await client.messages.create(asked)];
  expect([kept.status, kept.numSegments, kept.from]).toEqual(['scheduled', '0', null]);
  expect(await client.messages(canceled.sid).update({ status: 'canceled' })).toMatchObject({ status: 'canceled' });
  await pass(3_599);
  expect((await client.messages(kept.sid).fetch()).status).toBe('scheduled');
  await pass(5);
  expect(await client.messages(kept.sid).fetch()).toMatchObject({ status: 'delivered', from: ours, numSegments: '1' });
  expect(webhooks.statuses(kept.sid)).toEqual(['queued', 'sent', 'delivered']);
  expect(webhooks.statuses(canceled.sid)).toEqual(['canceled']);
  await expect(client.messages(kept.sid).update({ status: 'canceled' })).rejects.toMatchObject({
    code: 30409,
    status: 409,
  });
});

test('a service texts from a number of the same area, and keeps to it for as long as it is in the pool', async () => {
  const { client, control, pass } = await openStage();
  const { sid: messagingServiceSid } = control.addService({ friendlyName: 'Sticky', numbers: [ours, ours2] });
  control.addNumber({ phoneNumber: '+13135550170' });
  const fromOf = async (to: string) => {
    const { sid } = await client.messages.create({ to, messagingServiceSid, body: 'Hi' });
    await pass(5);
    return (await client.messages(sid).fetch()).from;
  };
  const first = await fromOf(theirs);
  expect([ours, ours2]).toContain(first);
  const [detroit] = await client.incomingPhoneNumbers.list({ phoneNumber: '+13135550170' });
  const numbers = client.messaging.v1.services(messagingServiceSid).phoneNumbers;
  await numbers.create({ phoneNumberSid: (detroit as { sid: string }).sid });
  expect(await fromOf(theirs)).toBe(first);
  expect(await fromOf('+13135550177')).toBe('+13135550170');
  await numbers((await numbers.list()).find(({ phoneNumber }) => phoneNumber === first)?.sid as string).remove();
  const next = await fromOf(theirs);
  expect(next).not.toBe(first);
  expect(await fromOf(theirs)).toBe(next);
});

test('messages of a suspended account fail, and its API is closed', async () => {
  const { client, control, pass } = await openStage();
  await client.messages.create({ to: theirs, from: ours, body: 'Hi' });
  control.suspend(true);
  await pass(3);
  expect(control.messages()[0]).toMatchObject({ status: 'failed', errorCode: 30002 });
  await expect(client.messages.list()).rejects.toMatchObject({ code: 20003 });
});

test('of more messages than it keeps, the oldest are forgotten and counted', async () => {
  const { client, control, pass } = await openStage({ keepMessages: 3 });
  for (let n = 0; n < 5; n++) await client.messages.create({ to: theirs, from: ours, body: `${n}` });
  await pass(30);
  expect(control.messages().map(({ body }) => body)).toEqual(['4', '3', '2']);
  expect(control.counts().delivered).toBe(5);
});
