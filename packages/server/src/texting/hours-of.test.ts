import { expect, test } from 'vitest';
import { zoneNumber } from '@campaign-kit/shared/zones';
import type { Campaign } from '../campaigns/campaign.ts';
import { hoursOf } from './hours-of.ts';

const campaign = { timeZone: 'America/New_York', textingFromMinute: 540, textingToMinute: 1_260 } as Campaign;
const at = (time: string) => Date.parse(`2026-01-15T${time}Z`);

for (const [who, zone, now, hours] of [
  ['nobody knows where', '', '15:00:00', { open: true, opensAt: null, zone: 'America/New_York' }],
  ['nobody knows where', '', '13:30:00', { open: false, opensAt: at('14:00:00'), zone: 'America/New_York' }],
  ['on the west coast', 'pacific', '15:00:00', { open: false, opensAt: at('17:00:00'), zone: 'America/Los_Angeles' }],
  ['in one of two zones', 'mountain', '15:30:00', { open: false, opensAt: at('16:00:00'), zone: 'America/Phoenix' }],
  ['in one of two zones', 'mountain', '16:00:00', { open: true, opensAt: null, zone: 'America/Phoenix' }],
] as const) {
  test(`somebody who lives ${who} is texted ${hours.open ? 'at' : 'later than'} ${now} UTC`, () => {
    expect(hoursOf(campaign, zoneNumber(zone), at(now))).toEqual(hours);
  });
}

test('where several zones are possible, the hour is that of the last one to open', () => {
  const zone = zoneNumber('America/New_York America/Chicago');
  expect(hoursOf(campaign, zone, at('14:30:00'))).toMatchObject({ opensAt: at('15:00:00'), zone: 'America/Chicago' });
});
