import { expect, test } from 'vitest';
import { openStage, ours, theirs } from './testing/stage.ts';
import { faultNames, type FaultName } from './faults.ts';
import { twilioClient } from './testing/twilio-client.ts';
import { accountSid, authToken } from './testing/stage.ts';

const failing: readonly (readonly [FaultName, object, boolean])[] = [
  ['tooManyRequests', { code: 20429, status: 429 }, false],
  ['serverError', { status: expect.toSatisfy((status: number) => status === 500 || status === 503) }, false],
  ['serverErrorKept', { code: 20500, status: 500 }, true],
  ['dropped', { code: 'ECONNRESET' }, false],
  ['droppedKept', { code: 'ECONNRESET' }, true],
  ['neverAnswers', { code: 'ECONNABORTED' }, false],
];

for (const [fault, error, kept] of failing) {
  test(`with the fault ${fault} a request fails, and the message is ${kept ? 'sent all the same' : 'not kept'}`, async () => {
    const { simulator, control, pass } = await openStage({ faults: { [fault]: 1 } });
    const client = twilioClient(simulator, accountSid, authToken, accountSid, 300);
    await expect(client.messages.create({ to: theirs, from: ours, body: 'Hi' })).rejects.toMatchObject(error);
    control.setFaults({ [fault]: 0 });
    await pass(5);
    expect((await client.messages.list()).map(({ status }) => status)).toEqual(kept ? ['delivered'] : []);
  });
}

test('a slow answer comes after its time, and the message is kept once', async () => {
  const { client, control, pass } = await openStage({ faults: { slow: 1 }, settings: { slowMs: 5_000 } });
  let answered = false;
  const sent = client.messages.create({ to: theirs, from: ours, body: 'Hi' }).then(() => (answered = true));
  await expect.poll(() => control.counts().requests).toBe(1);
  await pass(4);
  expect(answered).toBe(false);
  await pass(2);
  expect(await sent).toBe(true);
  expect(control.messages()).toHaveLength(1);
});

async function statusesWith(fault: FaultName, seconds = 10) {
  const { client, pass, webhooks, statusCallback, control } = await openStage({ faults: { [fault]: 1 } });
  const { sid } = await client.messages.create({ to: theirs, from: ours, body: 'Hi', statusCallback });
  const early = webhooks.statuses();
  await pass(seconds);
  return { early, statuses: webhooks.statuses(sid), calls: webhooks.calls, control, pass, webhooks };
}

test('an early callback arrives before the request is answered, and is not repeated', async () => {
  const { early, statuses } = await statusesWith('earlyCallback');
  expect([early, statuses]).toEqual([['queued'], ['queued', 'sent', 'delivered']]);
});

test('a lost callback never arrives, although the message does', async () => {
  const { statuses, control } = await statusesWith('lostCallback');
  expect([statuses, control.phone(theirs).thread.length]).toEqual([[], 1]);
});

test('a late callback arrives after its time', async () => {
  const { statuses, webhooks, pass } = await statusesWith('lateCallback');
  expect(statuses).toEqual([]);
  await pass(120);
  expect(webhooks.statuses()).toEqual(['queued', 'sent', 'delivered']);
});

test('a callback arrives twice', async () => {
  const { statuses } = await statusesWith('duplicateCallback');
  expect(statuses.toSorted()).toEqual(['delivered', 'delivered', 'queued', 'queued', 'sent', 'sent']);
});

test('callbacks out of order end before they begin', async () => {
  const { statuses } = await statusesWith('outOfOrderCallback');
  expect(statuses).toEqual(['delivered', 'queued', 'sent']);
});

test('a callback with a wrong signature does not pass the check of the SDK', async () => {
  const { calls } = await statusesWith('wrongSignature');
  expect(calls.map(({ signed }) => signed)).toEqual([false, false, false]);
});

test('a reply arrives twice, late, or with a wrong signature', async () => {
  const { control, webhooks, pass } = await openStage({
    faults: { inboundTwice: 1, inboundWrongSignature: 1, inboundLate: 1 },
  });
  const { message } = control.text({ from: theirs, to: ours, body: 'Yes' });
  await pass(60);
  expect(webhooks.calls).toEqual([]);
  await pass(61);
  expect(webhooks.calls.map(({ fields, signed }) => [fields.MessageSid, signed])).toEqual(
    Array(2).fill([message.sid, false]),
  );
  expect(control.counts().inbound).toBe(1);
});

test('a fault at half strikes about every other time, the same ones with the same seed', async () => {
  const struck = async (seed: number) => {
    const { client, control } = await openStage({ seed, faults: { tooManyRequests: 0.5 } });
    const outcomes: boolean[] = [];
    for (let n = 0; n < 40; n++) {
      outcomes.push(
        await client.messages.create({ to: theirs, from: ours, body: 'Hi' }).then(
          () => true,
          () => false,
        ),
      );
    }
    expect(control.messages()).toHaveLength(outcomes.filter(Boolean).length);
    return outcomes;
  };
  const [first, again, other] = [await struck(7), await struck(7), await struck(8)];
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(first.filter(Boolean).length).toBeGreaterThan(10);
  expect(first.filter(Boolean).length).toBeLessThan(30);
});

test('every fault is off unless it is asked for', async () => {
  const { control } = await openStage();
  expect(faultNames.map(name => control.faults()[name])).toEqual(faultNames.map(() => 0));
});
