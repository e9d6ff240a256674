import { expect, test } from 'vitest';
import { fullText } from './full-text.ts';

for (const [typed, query] of [
  ['polling place', '"polling" AND "place"'],
  ['"polling place" where', '"polling place" AND "where"'],
  ['vot*', '"vot" *'],
  ['vo* t*', '"vo" AND "t"'],
  ['NEAR( OR) -not', '"NEAR" AND "OR" AND "not"'],
  ['don’t', '"don" AND "t"'],
  ['?! "" *', null],
] as const) {
  test(`words “${typed}” are looked for as ${query ?? 'nothing at all'}`, () => {
    expect(fullText(typed)).toBe(query);
  });
}
