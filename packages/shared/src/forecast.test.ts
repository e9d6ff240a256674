import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecast, type ForecastAsked } from './forecast.ts';

/** A Tuesday noon in New York; texting from nine to nine. */
const noon = Date.UTC(2026, 9, 13, 16);
const hour = 3_600_000;
const newYork = 1;
const losAngeles = 5;

const asked = (more: Partial<ForecastAsked>): ForecastAsked => ({
  remaining: [],
  queued: 0,
  perSecond: 1,
  hours: { fromMinute: 540, toMinute: 1_260 },
  campaignZone: 'America/New_York',
  dueAt: null,
  now: noon,
  ...more,
});

for (const [why, given, endsAfterHours, leftAtDue] of [
  ['nobody is left', {}, 0, 0],
  ['an hour’s people wait', { remaining: [{ zone: newYork, count: 3_600 }] }, 1, 0],
  ['the queue goes first', { queued: 1_800, remaining: [{ zone: newYork, count: 1_800 }] }, 1, 0],
  ['the evening cuts it', { remaining: [{ zone: newYork, count: 10 * 3_600 }] }, 22, 0],
  ['one day is not enough', { remaining: [{ zone: newYork, count: 22 * 3_600 }] }, 46, 0],
  ['a zone is three hours behind', { remaining: [{ zone: losAngeles, count: 10 * 3_600 }] }, 10, 0],
  [
    'two zones share the rate, and the later one goes on into its evening',
    {
      remaining: [
        { zone: losAngeles, count: 6 * 3_600 },
        { zone: newYork, count: 6 * 3_600 },
      ],
    },
    12,
    0,
  ],
  ['nothing may leave', { remaining: [{ zone: newYork, count: 1 }], perSecond: 0 }, null, 0],
  [
    'the hours are never',
    { remaining: [{ zone: newYork, count: 1 }], hours: { fromMinute: 540, toMinute: 540 } },
    null,
    0,
  ],
  ['it would take years', { remaining: [{ zone: newYork, count: 1_000 }], perSecond: 1e-5 }, null, 0],
  ['the due date comes first', { remaining: [{ zone: newYork, count: 3 * 3_600 }], dueAt: noon + 2 * hour }, 3, 3_600],
  ['it is due already', { remaining: [{ zone: newYork, count: 10 }], dueAt: noon - 1, perSecond: 10 }, 1 / 3_600, 10],
  ['its zone is not known', { remaining: [{ zone: 0, count: 10 * 3_600 }] }, 22, 0],
  [
    'texting is allowed around the clock',
    { remaining: [{ zone: newYork, count: 30 * 3_600 }], hours: { fromMinute: 0, toMinute: 1_440 } },
    30,
    0,
  ],
] as const) {
  test(`where ${why}, it ends ${endsAfterHours === null ? 'at no time' : `after ${endsAfterHours} hours`}`, () => {
    const { endsAt, leftAtDue: left } = forecast(asked(given));
    expect(endsAt).toBe(endsAfterHours === null ? null : noon + Math.round(endsAfterHours * hour));
    expect(left).toBe(leftAtDue);
  });
}

test('it never ends earlier than the rate allows, nor earlier with more people', () => {
  const zones = fc.array(fc.record({ zone: fc.integer({ min: 0, max: 40 }), count: fc.nat(50_000) }), { maxLength: 6 });
  fc.assert(
    fc.property(zones, fc.integer({ min: 1, max: 20 }), fc.nat(86_400_000), (remaining, perSecond, later) => {
      const now = noon + later;
      const { endsAt } = forecast(asked({ remaining, perSecond, now }));
      const all = remaining.reduce((sum, { count }) => sum + count, 0);
      expect(endsAt).not.toBeNull();
      expect(endsAt!).toBeGreaterThanOrEqual(now + Math.floor((all / perSecond) * 1_000) - 1);
      const more = forecast(asked({ remaining: [...remaining, { zone: newYork, count: 5_000 }], perSecond, now }));
      expect(more.endsAt!).toBeGreaterThanOrEqual(endsAt! - 1);
    }),
    { numRuns: 60 },
  );
});
