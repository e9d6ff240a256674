import { expect, test } from 'vitest';
import { textingWindow } from './texting-hours.ts';
import { zoneNumber } from './zones.ts';

const hours = { fromMinute: 9 * 60, toMinute: 21 * 60 };
const home = 'America/New_York';
/** A Tuesday in October: New York is UTC−4, Los Angeles UTC−7. */
const utc = (hour: number, minute = 0) => Date.UTC(2026, 9, 13, hour, minute);

for (const [who, zone, at, expected] of [
  ['in New York at noon until nine', 'America/New_York', utc(16), { open: true, until: utc(25) }],
  [
    'in New York one minute before nine in the morning',
    'America/New_York',
    utc(12, 59),
    { open: false, from: utc(13) },
  ],
  ['in New York at nine sharp', 'America/New_York', utc(13), { open: true, until: utc(25) }],
  ['in New York at nine in the evening, until the next morning', home, utc(25), { open: false, from: utc(37) }],
  [
    'in Los Angeles while New York has been at it for an hour',
    'America/Los_Angeles',
    utc(14),
    { open: false, from: utc(16) },
  ],
  ['in Kathmandu, which is off by 45 minutes', 'Asia/Kathmandu', utc(3), { open: false, from: utc(3, 15) }],
] as const) {
  test(`may be texted or not: ${who}`, () => {
    expect(textingWindow(hours, zoneNumber(zone), home, at)).toEqual(expected);
  });
}

test('who may live in one of two zones is texted only when it is inside the hours in both', () => {
  const either = zoneNumber('Mountain');
  const phoenixAndDenver = textingWindow(hours, either, home, Date.UTC(2026, 9, 13, 15, 30));
  expect(phoenixAndDenver).toEqual({ open: false, from: utc(16) });
});

test('without a zone of their own the campaign’s counts', () => {
  expect(textingWindow(hours, 0, 'America/Los_Angeles', utc(14)).open).toBe(false);
  expect(textingWindow(hours, 0, home, utc(14)).open).toBe(true);
});

test('hours over midnight', () => {
  const night = { fromMinute: 20 * 60, toMinute: 2 * 60 };
  expect(textingWindow(night, zoneNumber(home), home, utc(25))).toEqual({ open: true, until: utc(30) });
  expect(textingWindow(night, zoneNumber(home), home, utc(31)).open).toBe(false);
});

test('hours that never open are said as such', () => {
  expect(textingWindow({ fromMinute: 60, toMinute: 60 }, 0, home, utc(16))).toEqual({ open: false, from: null });
});

test('the hour that is skipped in spring does not open the window twice', () => {
  const spring = Date.UTC(2026, 2, 8, 6, 30);
  const early = { fromMinute: 2 * 60, toMinute: 4 * 60 };
  expect(textingWindow(early, zoneNumber(home), home, spring)).toEqual({
    open: false,
    from: Date.UTC(2026, 2, 8, 7),
  });
});
