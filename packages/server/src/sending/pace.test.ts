import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paceOf } from './pace.ts';

test('without a limit all may go', () => expect(paceOf(null, 0, 1_000).turns).toBe(Infinity));

test('one an hour goes at once, and the next an hour later', () => {
  const { turns, after } = paceOf(1, 0, 10_000_000);
  expect(turns).toBe(1);
  expect(after(0)).toBe(0);
  expect(paceOf(1, after(1), 10_000_000 + 3_590_000).turns).toBe(0);
  expect(paceOf(1, after(1), 10_000_000 + 3_600_000).turns).toBe(1);
});

test('in no hour more go than the limit, however the rounds come; and with regular rounds hardly fewer', () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 50, maxLength: 300 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), pauses, (perHour, gaps) => {
      const sent: number[] = [];
      let [now, nextAt] = [10_000_000, 0];
      for (const gap of gaps) {
        const { turns, after } = paceOf(perHour, nextAt, now);
        sent.push(...(Array(turns).fill(now) as number[]));
        nextAt = after(turns);
        now += gap;
      }
      for (const [at, began] of sent.entries()) {
        const inHour = sent.slice(at).filter(other => other < began + 3_600_000).length;
        if (inHour > perHour) return false;
      }
      return true;
    }),
    { numRuns: 40 },
  );
  let [sent, nextAt] = [0, 0];
  for (let second = 0; second < 3_600; second++) {
    const { turns, after } = paceOf(10_000, nextAt, 10_000_000 + second * 1_000);
    sent += turns;
    nextAt = after(turns);
  }
  expect(sent).toBeGreaterThan(9_900);
  expect(sent).toBeLessThanOrEqual(10_000);
});
