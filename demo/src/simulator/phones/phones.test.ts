import { expect, test } from 'vitest';
import { personAt } from '../../seed/person-at.ts';
import { openStage, ours, theirs } from '../testing/stage.ts';
import { answerOf } from './answer-of.ts';
import { nameOf } from './name-of.ts';
import { personalities, personalityOf, type Personality } from './personality.ts';

const crowd = Array.from({ length: 4_000 }, (_, n) => `+1312555${String(n).padStart(4, '0')}`);

test('who answers how follows from seed and number', () => {
  const of = (seed: number) => crowd.map(number => personalityOf(seed, number));
  expect(of(1)).toEqual(of(1));
  expect(of(2)).not.toEqual(of(1));
});

test('a crowd has people of every kind, about a third of them silent', () => {
  const counts = new Map<Personality, number>();
  for (const number of crowd) {
    const personality = personalityOf(1, number);
    counts.set(personality, (counts.get(personality) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(Object.keys(personalities).sort());
  const silent = (counts.get('silent') as number) / crowd.length;
  expect(silent).toBeGreaterThan(0.33);
  expect(silent).toBeLessThan(0.41);
});

test('people take their time: half of them the median, one in twenty six times as long', () => {
  const asked = (phone: string) => ({ seed: 1, phone, firstName: 'Ana', personality: 'yes' as const, texts: 1 });
  const times = crowd.map(phone => answerOf(asked(phone), 1_000)?.afterMs as number).sort((a, b) => a - b);
  expect(times[2_000] as number).toBeGreaterThan(930);
  expect(times[2_000] as number).toBeLessThan(1_070);
  expect(times[3_800] as number).toBeGreaterThan(5_000);
  expect(times[3_800] as number).toBeLessThan(7_500);
});

for (const personality of Object.keys(personalities) as Personality[]) {
  test(`somebody who ${personalities[personality].toLowerCase()} ends the conversation some time`, () => {
    const answers = [1, 2, 3, 4, 5, 6].map(texts =>
      answerOf({ seed: 1, phone: theirs, firstName: 'Ana', personality, texts }, 1_000),
    );
    expect(answers[0] === null).toBe(personality === 'silent');
    expect(answers[0]?.body ?? '').not.toContain('{');
    expect(answers.slice(4)).toEqual([null, null]);
  });
}

test('a phone of the demo’s lists has the name of its owner there', () => {
  for (const index of [0, 57, 999, 1_234, 15_999, 16_000, 41_017]) {
    const { phone, firstName, lastName } = personAt(index);
    expect(nameOf(`+${phone}`)).toEqual({ first: firstName, last: lastName });
  }
  expect(nameOf('+19995550100')).toEqual(nameOf('+19995550100'));
});

test('a phone answers a text by itself, to the number that wrote', async () => {
  const { client, control, webhooks, pass } = await openStage({ settings: { answering: true, answerMs: 30_000 } });
  control.setPhone(theirs, { personality: 'question' });
  await client.messages.create({ to: theirs, from: ours, body: 'Can you come on Saturday?' });
  await pass(2);
  expect(webhooks.calls).toEqual([]);
  await pass(600);
  expect(webhooks.calls[0]?.fields).toMatchObject({ From: theirs, To: ours });
  expect(control.phone(theirs)).toMatchObject({ number: theirs, personality: 'question' });
  expect(control.phone(theirs).thread[0]).toMatchObject({
    theirs: false,
    body: 'Can you come on Saturday?',
    status: 'delivered',
  });
});

test('a phone that somebody types on, and one that is blocked or silent, say nothing by themselves', async () => {
  const { client, control, webhooks, pass } = await openStage({ settings: { answering: true } });
  control.setPhone(theirs, { personality: 'yes', answers: false });
  await client.messages.create({ to: theirs, from: ours, body: 'Hi' });
  control.setPhone('+13125550177', { personality: 'silent' });
  await client.messages.create({ to: '+13125550177', from: ours, body: 'Hi' });
  await pass(3_600);
  expect(webhooks.calls).toEqual([]);
});

test('who writes STOP or HELP is answered by Twilio, and does not answer that', async () => {
  const { client, control, webhooks, pass } = await openStage({ settings: { answering: true, answerMs: 1_000 } });
  for (const [number, personality] of [
    [theirs, 'stop'],
    ['+13125550177', 'help'],
  ] as const) {
    control.setPhone(number, { personality });
    await client.messages.create({ to: number, from: ours, body: 'Hi' });
  }
  await pass(3_600);
  expect(webhooks.calls).toHaveLength(2);
  expect(control.phone(theirs)).toMatchObject({ blocked: true });
  expect(control.phone('+13125550177').thread).toHaveLength(3);
});
