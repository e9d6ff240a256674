import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { expect, test } from 'vitest';
import { segments } from './segments.ts';

for (const [text, encoding, characters, count] of [
  ['', 'GSM-7', 0, 0],
  ['Hi Ann', 'GSM-7', 6, 1],
  ['a'.repeat(160), 'GSM-7', 160, 1],
  ['a'.repeat(161), 'GSM-7', 161, 2],
  ['a'.repeat(306), 'GSM-7', 306, 2],
  ['a'.repeat(307), 'GSM-7', 307, 3],
  ['€'.repeat(80), 'GSM-7', 160, 1],
  ['ő'.repeat(70), 'UCS-2', 70, 1],
  ['ő'.repeat(71), 'UCS-2', 71, 2],
  ['👍🏽'.repeat(17), 'UCS-2', 17, 1],
  ['👍🏽'.repeat(18), 'UCS-2', 18, 2],
] as const) {
  test(`${characters} characters of ${encoding}, “${text.slice(0, 8)}…”, are ${count} segments`, () => {
    expect(segments(text)).toEqual({ encoding, characters, count });
  });
}

const written = fc
  .array(fc.constantFrom(...'aZ é€{~\n\r', 'ő', 'ж', '中', '👍', '👍🏽', '👨‍👩‍👧', '🇺🇸', 'e\u0301', '❤️'), { maxLength: 400 })
  .map(letters => letters.join(''));

test('any text is cut as the provider’s own calculator cuts it', () => {
  fc.assert(
    fc.property(written, text => {
      const theirs = new SegmentedMessage(text, 'auto');
      expect(segments(text)).toEqual({
        encoding: theirs.getEncodingName(),
        characters: theirs.numberOfCharacters,
        count: text === '' ? 0 : theirs.segmentsCount,
      });
    }),
    { numRuns: 400 },
  );
});
