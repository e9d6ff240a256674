import { expect, test } from 'vitest';
import { stagedContacts } from './staged-contacts.ts';

test.each([0, 1, 16_384, 16_385, 50_001, 131_072])(
  '%d contacts are taken out in the order of their phones',
  async count => {
    const staged = stagedContacts(131_072);
    const phoneOf = (n: number) => 12_000_000_000 + ((n * 7_919) % 131_071);
    for (let n = 0; n < count; n++) {
      staged.add({
        phone: phoneOf(n),
        firstName: `N${n}`,
        lastName: '',
        zip: '',
        externalId: '',
        custom: {},
        zone: n % 7,
      });
    }
    const nth = await staged.inOrder();
    const taken = Array.from({ length: count }, (_, at) => nth(at));
    const wanted = Array.from({ length: count }, (_, n) => n).sort((a, b) => phoneOf(a) - phoneOf(b) || a - b);
    expect(taken.map(({ phone }) => phone)).toEqual(wanted.map(phoneOf));
    expect(taken.map(({ row }) => (JSON.parse(row) as unknown[])[1])).toEqual(wanted.map(n => `N${n}`));
  },
);
