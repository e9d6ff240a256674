import { expect, test } from 'vitest';
import { jsonOfRows } from './jsonb-rows.ts';
import { unpackedRows } from './packed-rows.ts';
import { stagedContacts } from './staged-contacts.ts';

test.each([0, 1, 50_001, 131_072])('%d contacts are taken out in the order of their phones', count => {
  const staged = stagedContacts(131_072);
  const phoneOf = (n: number) => 12_000_000_000 + ((n * 7_919) % 131_071);
  for (let n = 0; n < count; n++) {
    staged.add({
      phone: phoneOf(n),
      firstName: `Nguyễn ${n}`,
      lastName: '',
      zip: '',
      externalId: '',
      custom: {},
      zone: n % 7,
    });
  }
  const { phones, zones, ...rows } = staged.packed();
  const { rowsAt } = unpackedRows(rows);
  const wanted = Array.from({ length: count }, (_, n) => n).sort((a, b) => phoneOf(a) - phoneOf(b) || a - b);
  expect([...phones]).toEqual(wanted.map(phoneOf));
  expect([...zones]).toEqual(wanted.map(n => n % 7));
  const names = (places: number[]) => jsonOfRows(rowsAt(places)).map(row => (JSON.parse(row) as string[])[1]);
  const nameAt = (place: number) => `Nguyễn ${wanted[place]}`;
  const all = wanted.map((_, place) => place);
  expect(names(all)).toEqual(all.map(nameAt));
  const some = all.filter(place => place % 7 > 1);
  expect(names(some)).toEqual(some.map(nameAt));
});
