import { expect, test } from 'vitest';
import { accountSid, authToken, openStage, ours, ours2, theirs, theirs2 } from '../testing/stage.ts';
import { publishedList, publishedMessage } from '../testing/published-message.ts';
import { twilioClient } from '../testing/twilio-client.ts';

const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

test('a message has every published field in its format, from the queue to the phone', async () => {
  const { client, simulator, pass } = await openStage();
  const { sid, status } = await client.messages.create({ to: theirs, from: ours, body: 'Hi' });
  expect(status).toBe('queued');
  const fetched = async () => {
    const url = `${simulator.url}/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`;
    const answer = await fetch(url, { headers: { authorization: basic } });
    expect(answer.headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/);
    return publishedMessage.parse(await answer.json());
  };
  expect(await fetched()).toMatchObject({ status: 'queued', date_sent: null, num_segments: '1', from: ours });
  await pass(3);
  expect(await fetched()).toMatchObject({ status: 'delivered', date_sent: 'Thu, 01 Oct 2026 15:00:00 +0000' });
});

test('a list has its envelope, and its pages neither overlap nor shift when a message comes in between', async () => {
  const { client, simulator } = await openStage();
  for (let n = 0; n < 5; n++) await client.messages.create({ to: theirs, from: ours, body: `No. ${n}` });
  const url = `${simulator.url}/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=2`;
  const first = publishedList.parse(await (await fetch(url, { headers: { authorization: basic } })).json());
  expect(first).toMatchObject({ page: 0, page_size: 2, start: 0, end: 1, previous_page_uri: null });
  await client.messages.create({ to: theirs, from: ours, body: 'No. 5' });
  const second = await client.messages.getPage(`https://api.twilio.com${first.next_page_uri}`);
  expect(second.instances.map(({ body }) => body)).toEqual(['No. 2', 'No. 1']);
  const back = await client.messages.getPage(second.previousPageUrl as string);
  expect(back.instances.map(({ body }) => body)).toEqual(['No. 4', 'No. 3']);
  const all = await client.messages.list({ pageSize: 2 });
  expect(all.map(({ body }) => body)).toEqual([5, 4, 3, 2, 1, 0].map(n => `No. ${n}`));
});

test('a list is narrowed by recipient, by sender and by the day of sending', async () => {
  const { client, pass, now } = await openStage();
  await client.messages.create({ to: theirs, from: ours, body: 'first' });
  await pass(86_400);
  await client.messages.create({ to: theirs2, from: ours2, body: 'second' });
  await pass(0);
  const bodies = async (filter: Parameters<typeof client.messages.list>[0]) =>
    (await client.messages.list(filter as object)).map(({ body }) => body);
  expect(await bodies({ to: theirs })).toEqual(['first']);
  expect(await bodies({ from: ours2 })).toEqual(['second']);
  expect(await bodies({ dateSentBefore: new Date(now() + 60_000) })).toEqual(['first']);
  await pass(3);
  expect(await bodies({ dateSentAfter: new Date(now() - 60_000) })).toEqual(['second']);
  expect(await bodies({ dateSent: new Date(now() - 86_400_000) })).toEqual(['first']);
});

test('a finished message is emptied and deleted; one under way is not', async () => {
  const { client, pass } = await openStage();
  const { sid } = await client.messages.create({ to: theirs, from: ours, body: 'a secret' });
  const message = client.messages(sid);
  await expect(message.remove()).rejects.toMatchObject({ code: 20009, status: 409 });
  await pass(3);
  expect(await message.update({ body: '' })).toMatchObject({ body: '', status: 'delivered' });
  expect(await message.remove()).toBe(true);
  await expect(message.fetch()).rejects.toMatchObject({ code: 20404, status: 404 });
});

test('the pictures of a message are listed, fetched and deleted', async () => {
  const { client } = await openStage();
  const mediaUrl = ['https://pictures.example/a.png', 'https://pictures.example/b.gif'];
  const { sid, numMedia, numSegments } = await client.messages.create({
    to: theirs,
    from: ours,
    body: 'x'.repeat(400),
    mediaUrl,
  });
  expect([sid.slice(0, 2), numMedia, numSegments]).toEqual(['MM', '2', '1']);
  const media = await client.messages(sid).media.list();
  expect(media.map(({ contentType, parentSid }) => [contentType, parentSid])).toEqual([
    ['image/png', sid],
    ['image/gif', sid],
  ]);
  const [first] = media as [(typeof media)[0]];
  expect((await client.messages(sid).media(first.sid).fetch()).uri).toContain(`${sid}/Media/${first.sid}.json`);
  expect(await client.messages(sid).media(first.sid).remove()).toBe(true);
  expect(await client.messages(sid).media.list()).toHaveLength(1);
});

for (const [who, user, secret] of [
  ['the wrong token', accountSid, 'wrong'],
  ['an unknown key', `SK${'0'.repeat(32)}`, 'secret'],
] as const) {
  test(`a request with ${who} is turned away with 20003`, async () => {
    const { simulator } = await openStage();
    const client = twilioClient(simulator, user, secret, accountSid);
    await expect(client.messages.list()).rejects.toMatchObject({ code: 20003, status: 401 });
  });
}

test('an API key opens the account, and the account of somebody else is not found', async () => {
  const key = `SK${'1'.repeat(32)}`;
  const { simulator } = await openStage({ apiKeys: { [key]: 'its secret' } });
  const client = twilioClient(simulator, key, 'its secret', accountSid);
  expect(await client.api.v2010.accounts(accountSid).fetch()).toMatchObject({ status: 'active', type: 'Full' });
  const other = twilioClient(simulator, key, 'its secret', `AC${'9'.repeat(32)}`);
  await expect(other.messages.list()).rejects.toMatchObject({ code: 20404, status: 404 });
});

test('what the API does not know is put up with, and stands in the warnings', async () => {
  const { simulator, control, client } = await openStage();
  await client.messages.create({
    to: theirs,
    from: ours,
    body: 'as published',
    statusCallback: 'https://crm.example/x',
  });
  expect(control.warnings()).toEqual([]);
  const form = new URLSearchParams({ To: theirs, From: ours, Body: 'Hi', Callback: 'x', SmartEncoded: 'perhaps' });
  form.append('Body', 'again');
  const answer = await fetch(`${simulator.url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: basic },
    body: form,
  });
  expect(answer.status).toBe(201);
  expect(control.warnings().map(({ words }) => words)).toEqual([
    'Body is given 2 times',
    'CreateMessage has no parameter Callback',
    'SmartEncoded cannot be "perhaps"',
  ]);
});

test('every parameter that the SDK can send is one that is published', async () => {
  const { client, control } = await openStage();
  const service = control.addService({ friendlyName: 'All', numbers: [ours] });
  await client.messages.create({
    to: theirs,
    from: ours,
    messagingServiceSid: service.sid,
    body: 'Hi',
    mediaUrl: ['https://pictures.example/a.png'],
    statusCallback: 'https://crm.example/x',
    maxPrice: 0.1,
    provideFeedback: true,
    attempt: 1,
    validityPeriod: 600,
    forceDelivery: false,
    contentRetention: 'retain',
    addressRetention: 'retain',
    smartEncoded: true,
    persistentAction: ['a', 'b'],
    trafficType: 'free',
    shortenUrls: false,
    sendAsMms: false,
    messageIntent: 'announcements',
    riskCheck: 'disable',
    scheduleType: 'fixed',
    sendAt: new Date('2026-10-01T16:00:00Z'),
  });
  expect(control.warnings()).toEqual([]);
});
