import { describe, expect, test } from 'vitest';
import { openCsv } from './open-csv.ts';

type Row = [line: number, ...cells: string[]];

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(text: string | Uint8Array, size = 1e9, separator?: string) {
  const csv = await openCsv(pieces(Buffer.from(text as string), size), separator);
  const rows: Row[] = [];
  for await (const portion of csv.portions) rows.push(...portion.rows.map(({ line, cells }): Row => [line, ...cells]));
  return { separator: csv.separator, columns: csv.columns, rows };
}

describe('a CSV file', () => {
  for (const [what, text, rows] of [
    [
      'with line feeds',
      'a,b\n1,2\n3,4\n',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    ['without a last line break', 'a,b\n1,2', [[2, '1', '2']]],
    [
      'with carriage returns and line feeds',
      'a,b\r\n1,2\r\n3,4\r\n',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'with carriage returns alone',
      'a,b\r1,2\r3,4\r',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'with line endings of all kinds',
      'a,b\r\n1,2\n3,4\r5,6',
      [
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
    ],
    ['with a byte-order mark', '\uFEFFa,b\n1,2\n', [[2, '1', '2']]],
    ['with separators in quotes', 'a,b\n"Doe, Ann",2\n', [[2, 'Doe, Ann', '2']]],
    ['with doubled quotes', 'a,b\n"say ""hi""",2\n', [[2, 'say "hi"', '2']]],
    ['with empty quotes', 'a,b\n"",2\n', [[2, '', '2']]],
    [
      'with line breaks in quotes',
      'a,b\n"x\ny\r\nz",2\n3,4\n',
      [
        [2, 'x\ny\r\nz', '2'],
        [5, '3', '4'],
      ],
    ],
    [
      'with a quote inside a word',
      'a,b\n5" pipe,2\n3,4\n',
      [
        [2, '5" pipe', '2'],
        [3, '3', '4'],
      ],
    ],
    ['with spaces around cells and quotes', 'a, b\n 1 , "2" \n', [[2, '1', '2']]],
    [
      'with empty lines',
      'a,b\n\n1,2\n\n\n3,4\n\n',
      [
        [3, '1', '2'],
        [6, '3', '4'],
      ],
    ],
    ['with rows of separators only', 'a,b\n,\n1,2\n,\n', [[3, '1', '2']]],
    ['with too few cells', 'a,b\n1\n', [[2, '1']]],
    ['with too many cells', 'a,b\n1,2,3\n', [[2, '1', '2', '3']]],
    ['with letters of other scripts', 'a,b\nŁucja,名前 🎉\n', [[2, 'Łucja', '名前 🎉']]],
    ['with a header alone', 'a,b\n', []],
    ['with a header alone and no line break', 'a,b', []],
  ] as const) {
    for (const size of [1, 7, 1e9]) {
      test(`${what}, in pieces of ${size} bytes`, async () => {
        expect(await rowsOf(text, size)).toEqual({ separator: ',', columns: ['a', 'b'], rows });
      });
    }
  }

  for (const [what, text, separator, columns, row] of [
    ['semicolons', 'Name;Phone\nDoe, Ann;1\n', ';', ['Name', 'Phone'], ['Doe, Ann', '1']],
    ['tabs, with empty cells', 'a\tb\tc\n\t\t1\n', '\t', ['a', 'b', 'c'], ['', '', '1']],
    ['bars', 'a|b\n1|2\n', '|', ['a', 'b'], ['1', '2']],
    ['commas, with a semicolon in the header', 'a,b;c,d\n1,2,3\n', ',', ['a', 'b;c', 'd'], ['1', '2', '3']],
    ['what its first line says', 'sep=;\na;b\n1;2\n', ';', ['a', 'b'], ['1', '2']],
    ['nothing, having one column', 'phone\n1\n', ',', ['phone'], ['1']],
  ] as const) {
    test(`is separated by ${what}`, async () => {
      const found = await rowsOf(text);
      expect({ ...found, rows: found.rows.map(([, ...cells]) => cells) }).toEqual({ separator, columns, rows: [row] });
    });
  }

  test('is separated by what the caller says', async () => {
    expect(await rowsOf('a^b\n1^2,3\n', 1e9, '^')).toMatchObject({ columns: ['a', 'b'], rows: [[2, '1', '2,3']] });
  });

  test('keeps its line numbers over many portions', async () => {
    const text = `a,b\n${Array.from({ length: 30_000 }, (_, n) => (n % 10 ? `${n},x` : `${n},"x\ny"`)).join('\n')}`;
    const { rows } = await rowsOf(text, 10_000);
    const lines = text.split('\n');
    expect(rows).toHaveLength(30_000);
    for (const [line, first] of rows) expect(lines[line - 1]?.split(',')[0]).toBe(first);
  });
});

const many = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`).join(',');
const latin1 = Buffer.from('Vorname,Handy\nJürgen,1\n', 'latin1');

describe('a file is refused', () => {
  for (const [what, bytes, reason] of [
    ['when it is empty', Buffer.from(''), 'refusal.importEmpty'],
    ['when it has nothing but a byte-order mark', Buffer.from('\uFEFF'), 'refusal.importEmpty'],
    ['when it has nothing but line breaks', Buffer.from('\n\n\n'), 'refusal.importEmpty'],
    ['when it is UTF-16', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), 'refusal.importNotUtf8'],
    ['when it is UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'refusal.importNotUtf8'],
    ['when it is Latin-1', latin1, 'refusal.importNotUtf8'],
    ['when it is a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'refusal.importNotCsv'],
    ['when it is an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'refusal.importNotCsv'],
    ['when it has too many columns', Buffer.from(`${many(51)}\n`), 'refusal.importTooManyColumns'],
    ['when a quote never ends', Buffer.from('a,b\n1,2\n3,"4\n5,6\n'), 'refusal.importQuote'],
  ] as const) {
    test(what, async () => {
      await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'validation', reason });
    });
  }

  test('when a quote never ends, with the line, and before memory is full', async () => {
    const endless = async function* () {
      yield Buffer.from('a,b\n1,2\n3,"4');
      for (;;) yield Buffer.alloc(65_536, 'x');
    };
    const csv = await openCsv(endless());
    const read = async () => {
      for await (const portion of csv.portions) expect(portion.bytes).toBeLessThan(1_000_000);
    };
    await expect(read()).rejects.toMatchObject({ values: { line: 3 } });
  });

  test('not for 50 columns and empty ones behind them', async () => {
    expect((await rowsOf(`${many(50)},,\n`)).columns).toHaveLength(50);
  });
});
