import { expect, test } from 'vitest';
import { openStage, ours, theirs } from '../testing/stage.ts';

async function api() {
  const stage = await openStage();
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${stage.simulator.url}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, body: (await answer.json()) as never };
  };
  return { ...stage, call };
}

test('a text typed on a phone reaches the webhook', async () => {
  const { call, pass, webhooks } = await api();
  expect(await call('POST', `/phones/${theirs}/texts`, { to: ours, body: 'Hello?' })).toMatchObject({ status: 201 });
  await pass(0);
  expect(webhooks.calls[0]?.fields).toMatchObject({ From: theirs, To: ours, Body: 'Hello?' });
  const phone = (await call('GET', `/phones/${theirs}`)).body;
  expect(phone).toMatchObject({ number: theirs, thread: [{ body: 'Hello?', theirs: true, other: ours }] });
  expect((await call('GET', '/phones?search=0142')).body).toMatchObject([{ number: theirs }]);
  expect((await call('GET', '/phones?search=nobody')).body).toEqual([]);
});

test('switches and settings are changed one by one, and are seen in the state', async () => {
  const { call, control } = await api();
  await call('PATCH', '/faults', { slow: 0.5 });
  await call('PATCH', '/faults', { lostCallback: 1 });
  await call('PATCH', '/settings', { answering: true, dailyLimit: 10 });
  await call('PATCH', `/phones/${theirs}`, { personality: 'stop', answers: false });
  expect(control.faults()).toMatchObject({ slow: 0.5, lostCallback: 1, dropped: 0 });
  const { summary, phones } = (await call('GET', '/state')).body as { summary: object; phones: object[] };
  expect(summary).toMatchObject({ settings: { answering: true, dailyLimit: 10 }, faults: { slow: 0.5 } });
  expect(phones).toMatchObject([{ number: theirs, personality: 'stop', answers: false }]);
});

for (const [what, method, path, body] of [
  ['a fault that there is not', 'PATCH', '/faults', { gremlins: 1 }],
  ['a rate above one', 'PATCH', '/faults', { slow: 2 }],
  ['a phone that is none', 'POST', '/phones/12/texts', { to: ours, body: 'Hi' }],
  ['a number of nobody', 'POST', `/phones/${theirs}/texts`, { to: '+17185550199', body: 'Hi' }],
  ['a kind of person that there is not', 'PATCH', `/phones/${theirs}`, { personality: 'happy' }],
] as const) {
  test(`${what} is refused with the reason`, async () => {
    const { call, control } = await api();
    const answer = await call(method, path, body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringMatching(/\w+/) } });
    expect(control.messages()).toEqual([]);
  });
}

test('a form of another site changes nothing', async () => {
  const { simulator, control } = await openStage();
  const answer = await fetch(`${simulator.url}/control/faults`, { method: 'PATCH', body: '{"slow":1}' });
  expect([answer.status, control.faults().slow]).toEqual([400, 0]);
});

test('a reset forgets what happened and keeps the numbers', async () => {
  const { call, client, control, pass } = await api();
  await client.messages.create({ to: theirs, from: ours, body: 'Hi' });
  control.text({ from: theirs, to: ours, body: 'STOP' });
  control.setFaults({ slow: 1 });
  expect(await call('POST', '/reset', {})).toMatchObject({ status: 200 });
  await pass(60);
  expect(control.messages()).toEqual([]);
  expect(control.counts()).toMatchObject({ accepted: 0, inbound: 0, delivered: 0 });
  expect([control.faults().slow, control.isBlocked(ours, theirs)]).toEqual([0, false]);
  expect((await client.messages.create({ to: theirs, from: ours, body: 'Hi' })).status).toBe('queued');
});

test('what happens is told to who listens, with the phones that it happened on', async () => {
  const { simulator, control } = await openStage();
  const events = await fetch(`${simulator.url}/control/events`);
  const reader = (events.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toContain('event: open');
  for (let n = 0; n < 50; n++) control.text({ from: theirs, to: ours, body: `No. ${n}` });
  const told = await next();
  const change = JSON.parse(/^data: (.*)$/m.exec(told)?.[1] ?? '') as {
    summary: object;
    phones: { thread: object[] }[];
  };
  expect(change.summary).toMatchObject({ counts: { inbound: 50 } });
  expect(change.phones).toHaveLength(1);
  expect(change.phones[0]?.thread.at(-1)).toMatchObject({ body: 'No. 49' });
  await reader.cancel();
});
