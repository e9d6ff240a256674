import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zoneOfAreaCode } from '@campaign-kit/shared/zone-of-area-code';
import { askLibrary, phoneNumber } from './phone-number.ts';

describe('a phone number', () => {
  for (const [written, meant] of [
    ['2025550123', 12025550123],
    ['12025550123', 12025550123],
    ['+12025550123', 12025550123],
    ['(202) 555-0123', 12025550123],
    ['202.555.0123', 12025550123],
    ['202 555 0123', 12025550123],
    ['+1 (202) 555 0123', 12025550123],
    ['  2025550123 ', 12025550123],
    ["'2025550123", 12025550123],
    ['tel:+12025550123', 12025550123],
    ['2025550123.0', 12025550123],
    ['２０２５５５０１２３', 12025550123],
    ['+44 7400 123456', 447400123456],
    ['011 44 7400 123456', 447400123456],
    ['+49 151 23456789', 4915123456789],
    ['(787) 555-0123', 17875550123],
    ['242 357 1234', 12423571234],
    ['', 'badRow.noPhone'],
    ['   ', 'badRow.noPhone'],
    ['n/a', 'badRow.notAPhone'],
    ['1-800-FLOWERS', 'badRow.notAPhone'],
    ['2.02555E+09', 'badRow.notAPhone'],
    ['call 2025550123', 'badRow.notAPhone'],
    ['2025550', 'badRow.tooShort'],
    ['202555012', 'badRow.tooShort'],
    ['20255501234', 'badRow.tooLong'],
    ['202-555-0123 / 202-555-0124', 'badRow.tooLong'],
    ['202-555-0123 x12', 'badRow.extension'],
    ['2025550123 ext. 5', 'badRow.extension'],
    ['5555550123', 'badRow.unknownPhone'],
    ['2021550123', 'badRow.unknownPhone'],
    ['9115550123', 'badRow.unknownPhone'],
    ['8005550123', 'badRow.unknownPhone'],
    ['9005550123', 'badRow.unknownPhone'],
    ['+44 20 7946 0018', 'badRow.unknownPhone'],
  ] as const) {
    test(`“${written}” is ${meant}`, () => expect(phoneNumber(written)).toBe(meant));
  }

  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const written = fc
    .tuple(
      fc.constantFrom('', '1', '+1', '1-', '+1 ', '1 ', '+'),
      fc.constantFrom('', '(', ' '),
      digits(3),
      fc.constantFrom('', ')', ') ', '-', '.', ' ', '  '),
      digits(3),
      fc.constantFrom('', '-', '.', ' ', '/'),
      digits(4),
      fc.constantFrom('', '', '', ' ', '0', 'x1', '\u00a0'),
    )
    .map(parts => parts.join(''));

  test('is whatever the library says, however it is written', () => {
    fc.assert(
      fc.property(written, text => phoneNumber(text) === askLibrary(text.trim())),
      { numRuns: 30_000 },
    );
  });

  test('is whatever the library says for every area code and exchange digit, on a second and later asking too', () => {
    let seed = 1;
    for (let start = 2000; start < 10_000; start++) {
      for (let n = 0; n < 3; n++) {
        seed = (seed * 48_271) % 2_147_483_647;
        const text = `${start}${String(seed % 1_000_000).padStart(6, '0')}`;
        const verdict = phoneNumber(text);
        if (verdict !== askLibrary(text)) throw new Error(`${text}: ${verdict}`);
      }
    }
  });

  test('of the US or Canada has an area code whose time zone is known', () => {
    const unknown = [];
    for (let area = 200; area < 1_000; area++) {
      const phone = phoneNumber(`${area}2550123`);
      if (typeof phone === 'number' && zoneOfAreaCode(phone) === 0) unknown.push(area);
    }
    expect(unknown).toEqual([]);
  });
});
