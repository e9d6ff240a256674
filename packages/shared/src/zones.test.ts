import { describe, expect, test } from 'vitest';
import { zoneOfAreaCode } from './zone-of-area-code.ts';
import { zoneOfZip } from './zone-of-zip.ts';
import { zoneNumber, zonesOf } from './zones.ts';

describe('zone numbers', () => {
  test('are stored, so these never change', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 26, 27].map(number => zonesOf(number).join(' '))).toEqual([
      '',
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Phoenix',
      'America/Los_Angeles',
      'America/Anchorage',
      'Pacific/Honolulu',
      'America/Puerto_Rico',
      'America/New_York America/Chicago',
      'America/Chicago America/Denver',
    ]);
  });

  test('stand for zones that this runtime knows, each for its own', () => {
    const seen = new Set<string>();
    for (let number = 1; zonesOf(number).length > 0; number++) {
      for (const timeZone of zonesOf(number)) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
      seen.add(zonesOf(number).join(' '));
      expect(seen.size).toBe(number);
      expect(number).toBeLessThan(256);
    }
    expect(seen.size).toBeGreaterThan(200);
  });

  for (const [written, zones] of [
    ['America/Chicago', 'America/Chicago'],
    ['america/chicago', 'America/Chicago'],
    ['US/Eastern', 'America/New_York'],
    [' EST ', 'America/New_York'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Mountain', 'America/Phoenix America/Denver'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Mars/Olympus', ''],
    ['', ''],
  ] as const) {
    test(`“${written}” is ${zones || 'not known'}`, () => expect(zonesOf(zoneNumber(written)).join(' ')).toBe(zones));
  }
});

describe('the zone of an area code', () => {
  for (const [place, areaCode, zones] of [
    ['Manhattan', 212, 'America/New_York'],
    ['Miami', 305, 'America/New_York'],
    ['Atlanta', 404, 'America/New_York'],
    ['Detroit', 313, 'America/New_York'],
    ['Indianapolis', 317, 'America/New_York'],
    ['Chicago', 312, 'America/Chicago'],
    ['Aurora, Illinois', 331, 'America/Chicago'],
    ['Houston', 713, 'America/Chicago'],
    ['Memphis', 901, 'America/Chicago'],
    ['Minneapolis', 612, 'America/Chicago'],
    ['Denver', 303, 'America/Denver'],
    ['El Paso', 915, 'America/Denver'],
    ['Salt Lake City', 801, 'America/Denver'],
    ['Phoenix', 602, 'America/Phoenix'],
    ['the north of Arizona, Navajo Nation included', 928, 'America/Phoenix America/Denver'],
    ['Los Angeles', 213, 'America/Los_Angeles'],
    ['Seattle', 206, 'America/Los_Angeles'],
    ['Las Vegas', 702, 'America/Los_Angeles'],
    ['Idaho', 208, 'America/Denver America/Los_Angeles'],
    ['the panhandle of Florida', 850, 'America/New_York America/Chicago'],
    ['South Dakota', 605, 'America/Chicago America/Denver'],
    ['Alaska', 907, 'America/Anchorage America/Adak'],
    ['Hawaii', 808, 'Pacific/Honolulu'],
    ['Puerto Rico', 787, 'America/Puerto_Rico'],
    ['Toronto', 416, 'America/Toronto'],
    ['Vancouver', 604, 'America/Vancouver'],
    ['Saskatchewan', 306, 'America/Regina America/Edmonton'],
    ['nowhere: toll-free', 800, ''],
  ] as const) {
    test(`${areaCode} is ${place}`, () =>
      expect(zonesOf(zoneOfAreaCode(10_000_000_000 + areaCode * 10_000_000 + 5_550_123)).join(' ')).toBe(zones));
  }

  test('a phone of another country has none', () => expect(zoneOfAreaCode(447_400_123_456)).toBe(0));
});

describe('the zone of a ZIP', () => {
  for (const [place, zip, zones] of [
    ['New York', '10001', 'America/New_York'],
    ['Boston', '02108', 'America/New_York'],
    ['Boston as a spreadsheet leaves it', '2108', 'America/New_York'],
    ['ZIP+4', '20500-0003', 'America/New_York'],
    ['ZIP+4 without a dash', '205000003', 'America/New_York'],
    ['Nashville', '37201', 'America/Chicago'],
    ['Knoxville', '37902', 'America/New_York'],
    ['Louisville', '40202', 'America/New_York'],
    ['Pensacola', '32501', 'America/Chicago'],
    ['Panama City and Port St. Joe', '32401', 'America/New_York America/Chicago'],
    ['Chicago', '60601', 'America/Chicago'],
    ['Dallas', '75201', 'America/Chicago'],
    ['El Paso', '79901', 'America/Denver'],
    ['Rapid City', '57701', 'America/Denver'],
    ['the west of Kansas', '67735', 'America/Chicago America/Denver'],
    ['Denver', '80202', 'America/Denver'],
    ['Tucson', '85701', 'America/Phoenix'],
    ['Boise', '83702', 'America/Denver'],
    ['Coeur d’Alene', '83814', 'America/Los_Angeles'],
    ['Las Vegas', '89101', 'America/Los_Angeles'],
    ['San Francisco', '94102', 'America/Los_Angeles'],
    ['Anchorage', '99501', 'America/Anchorage America/Adak'],
    ['Honolulu', '96813', 'Pacific/Honolulu'],
    ['American Samoa', '96799', 'Pacific/Pago_Pago'],
    ['Guam', '96910', 'Pacific/Guam'],
    ['San Juan', '00901', 'America/Puerto_Rico'],
    ['soldiers abroad', '09012', ''],
    ['Toronto', 'M5V 2T6', 'America/Toronto'],
    ['Calgary', 't2p1j9', 'America/Edmonton'],
    ['nothing', '', ''],
    ['a word', 'unknown', ''],
  ] as const) {
    test(`${zip || 'an empty one'} is ${place}`, () => expect(zonesOf(zoneOfZip(zip)).join(' ')).toBe(zones));
  }
});
