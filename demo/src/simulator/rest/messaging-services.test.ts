import { expect, test } from 'vitest';
import { accountSid, openStage, ours, ours2 } from '../testing/stage.ts';

test('a service is made, changed, listed and deleted', async () => {
  const { client, control } = await openStage();
  const { services } = client.messaging.v1;
  const made = await services.create({ friendlyName: 'Northside', inboundRequestUrl: 'https://crm.example/sms' });
  expect(made).toMatchObject({
    accountSid,
    friendlyName: 'Northside',
    stickySender: true,
    inboundMethod: 'POST',
    validityPeriod: 36_000,
  });
  expect(made.sid).toMatch(/^MG[0-9a-f]{32}$/);
  expect(made.dateCreated).toBeInstanceOf(Date);
  expect(made.links.phone_numbers).toBe(`https://messaging.twilio.com/v1/Services/${made.sid}/PhoneNumbers`);
  await services(made.sid).update({
    stickySender: false,
    validityPeriod: 600,
    statusCallback: 'https://crm.example/s',
  });
  expect(await services(made.sid).fetch()).toMatchObject({ stickySender: false, validityPeriod: 600 });
  await expect(services(made.sid).update({ validityPeriod: 0 })).rejects.toMatchObject({ code: 21624 });
  for (const friendlyName of ['B', 'C']) await services.create({ friendlyName });
  expect((await services.list({ pageSize: 2 })).map(service => service.friendlyName)).toEqual(['Northside', 'B', 'C']);
  expect(await services(made.sid).remove()).toBe(true);
  await expect(services(made.sid).fetch()).rejects.toMatchObject({ code: 20404 });
  expect(control.warnings()).toEqual([]);
});

test('a number is in the pool of one service at most', async () => {
  const { client, control } = await openStage();
  const [first, second] = ['A', 'B'].map(friendlyName => control.addService({ friendlyName, numbers: [] }).sid) as [
    string,
    string,
  ];
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: ours });
  const phoneNumberSid = (number as { sid: string }).sid;
  const pool = (sid: string) => client.messaging.v1.services(sid).phoneNumbers;
  const added = await pool(first).create({ phoneNumberSid });
  expect(added).toMatchObject({
    phoneNumber: ours,
    countryCode: 'US',
    capabilities: ['Voice', 'SMS', 'MMS'],
    serviceSid: first,
  });
  await expect(pool(first).create({ phoneNumberSid })).rejects.toMatchObject({ code: 21710, status: 409 });
  await expect(pool(second).create({ phoneNumberSid })).rejects.toMatchObject({ code: 21712, status: 409 });
  expect((await pool(first)(phoneNumberSid).fetch()).phoneNumber).toBe(ours);
  expect(await pool(first)(phoneNumberSid).remove()).toBe(true);
  expect(await pool(first).list()).toEqual([]);
});

test('the account’s numbers are listed with their webhooks, which can be changed', async () => {
  const { client, webhooks } = await openStage();
  const numbers = await client.incomingPhoneNumbers.list();
  expect(numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([ours, ours2]);
  const [{ sid, smsUrl, capabilities }] = numbers as [(typeof numbers)[0]];
  expect([smsUrl, capabilities.sms]).toEqual([`${webhooks.url}/inbound`, true]);
  const changed = { smsUrl: 'https://crm.example/sms', smsMethod: 'GET', friendlyName: 'Northside' };
  expect(await client.incomingPhoneNumbers(sid).update(changed)).toMatchObject(changed);
  expect(await client.incomingPhoneNumbers(sid).fetch()).toMatchObject(changed);
});
