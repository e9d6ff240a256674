import { createClient } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { jsonOfRows, rowOfJson, rowsOfJson } from './jsonb-rows.ts';

const binary = (values: readonly unknown[]) =>
  rowsOfJson(
    values.map(value => {
      const row = rowOfJson(value);
      const bytes = Buffer.alloc(row.length);
      row.writeTo(bytes, 0);
      return bytes;
    }),
  );

const long = (length: number) => 'é"\\\n'.repeat(length / 4);

test.each([
  ['none', []],
  ['an empty one', [[]]],
  [
    'numbers and signs',
    [
      [12_025_550_123, 'O\'Neil "Zoë" \\ 陈 🎉', { City: 'Troy\n' }],
      [1, '', {}],
    ],
  ],
  ['long ones', [1, 200, 252, 256, 300, 65_000, 70_000, 200_000].map(length => [length, long(length)])],
  ['many', Array.from({ length: 5_000 }, (_, n) => [n, `name ${n}`])],
])('the database reads the rows as they were: %s', async (_, rows) => {
  const client = createClient({ url: ':memory:' });
  onTestFinished(() => client.close());
  const args = [binary(rows)];
  const { rows: found } = await client.execute({ sql: 'SELECT key, value FROM json_each(?)', args });
  expect(found.map(({ key }) => key)).toEqual(rows.map((_, nth) => nth));
  expect(found.map(({ value }) => JSON.parse(value as string) as unknown)).toEqual(rows);
  const { rows: valid } = await client.execute({ sql: 'SELECT json_valid(?, 8) AS valid', args });
  expect(valid[0]?.valid).toBe(1);
  expect(jsonOfRows(args[0] as Uint8Array).map(row => JSON.parse(row) as unknown)).toEqual(rows);
});
