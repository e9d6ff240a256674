import { expect, test } from 'vitest';
import { createTimeline } from './timeline.ts';

test('things happen in the order of their times, and of two at once the one that was planned first', async () => {
  let now = 0;
  const timeline = createTimeline(() => now);
  const happened: string[] = [];
  for (const [name, ms] of [
    ['d', 30],
    ['a', 10],
    ['b', 20],
    ['c', 20],
  ] as const) {
    timeline.after(ms, () => happened.push(`${name} ${timeline.now()}`));
  }
  now = 25;
  await timeline.settle();
  expect(happened).toEqual(['a 10', 'b 20', 'c 20']);
  now = 100;
  await timeline.settle();
  expect([happened.at(-1), timeline.waiting()]).toEqual(['d 30', 0]);
});

test('a thousand things in any order come out sorted', async () => {
  let now = 0;
  const timeline = createTimeline(() => now);
  const times: number[] = [];
  for (let n = 0; n < 1_000; n++) timeline.after((n * 7_919) % 1_009, () => times.push(timeline.now()));
  now = 2_000;
  await timeline.settle();
  expect(times).toHaveLength(1_000);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('what a thing plans happens too when its time has come', async () => {
  let now = 0;
  const timeline = createTimeline(() => now);
  const happened: number[] = [];
  const again = () => {
    happened.push(timeline.now());
    timeline.after(10, again);
  };
  timeline.after(10, again);
  now = 35;
  await timeline.settle();
  expect(happened).toEqual([10, 20, 30]);
});

test('work under way ends before the next thing happens', async () => {
  let now = 0;
  const timeline = createTimeline(() => now);
  const happened: string[] = [];
  timeline.after(1, () =>
    timeline.track(new Promise(resolve => setTimeout(resolve, 5)).then(() => happened.push('call'))),
  );
  timeline.after(2, () => happened.push('next'));
  now = 5;
  await timeline.settle();
  expect(happened).toEqual(['call', 'next']);
});

test('without a clock of the caller it runs by itself', async () => {
  const timeline = createTimeline();
  const happened = await new Promise(resolve => timeline.after(5, () => resolve('yes')));
  timeline.after(60_000, () => undefined);
  timeline.stop();
  expect([happened, timeline.waiting()]).toEqual(['yes', 0]);
});
