import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

for (const [what, cell, written] of [
  ['a word', 'Ann', 'Ann'],
  ['a separator', 'Doe, Ann', '"Doe, Ann"'],
  ['a quote', 'say "hi"', '"say ""hi"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula with quotes', '=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['a plus', '+12025550123', "'+12025550123"],
  ['a minus', '-1', "'-1"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1', "'\t=1"],
  ['a carriage return', '\r=1', '"\'\r=1"'],
  ['an equals sign behind', 'a=b', 'a=b'],
  ['nothing', '', ''],
] as const) {
  test(`a cell with ${what} is safe to open`, () => expect(csvLine([cell, 'x'])).toBe(`${written},x\r\n`));
}
