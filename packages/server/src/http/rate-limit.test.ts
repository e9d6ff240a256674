import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

test('four seconds’ worth at once, then as many a second', () => {
  const clock = { now: 0 };
  const limit = createRateLimit(2, () => clock.now);
  const taken = () => Array.from({ length: 20 }, () => limit.take('a')).filter(refusal => !refusal).length;
  expect(taken()).toBe(8);
  expect(limit.take('a')).toMatchObject({ code: 'rate_limited', details: { retryAfter: 1 } });
  clock.now += 1_000;
  expect(taken()).toBe(2);
  clock.now += 60_000;
  expect(taken()).toBe(8);
});

test('callers do not pay for each other, and a batch pays for what is in it', () => {
  const limit = createRateLimit(1, () => 0);
  expect(limit.take('a', 3)).toBeNull();
  expect(limit.take('a', 3)).toMatchObject({ details: { retryAfter: 2 } });
  expect(limit.take('b', 3)).toBeNull();
});

test('a batch larger than the bucket waits for a full one, not for ever', () => {
  const limit = createRateLimit(1, () => 0);
  expect(limit.take('a', 100)).toBeNull();
});

test('a clock that goes back gives nothing and takes nothing', () => {
  const clock = { now: 10_000 };
  const limit = createRateLimit(1, () => clock.now);
  limit.take('a', 4);
  clock.now = 0;
  expect(limit.take('a')).toMatchObject({ code: 'rate_limited' });
});
