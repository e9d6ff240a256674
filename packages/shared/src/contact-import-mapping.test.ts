import { describe, expect, test } from 'vitest';
import { columnNames, suggestMapping } from './contact-import-mapping.ts';

describe('the suggested mapping', () => {
  for (const [what, header, mapping] of [
    [
      'plain English',
      ['first_name', 'last_name', 'phone', 'zip', 'external_id'],
      { firstName: 'first_name', lastName: 'last_name', phone: 'phone', zip: 'zip', externalId: 'external_id' },
    ],
    [
      'a voter file',
      ['Voter File VANID', 'VANID', 'LastName', 'FirstName', 'Cell Phone', 'Zip5', 'Party'],
      { externalId: 'VANID', lastName: 'LastName', firstName: 'FirstName', phone: 'Cell Phone', zip: 'Zip5' },
    ],
    ['a cell before any other phone', ['Phone', 'Cell'], { phone: 'Cell' }],
    ['a phone where there is no cell', ['Name', 'Telephone #'], { phone: 'Telephone #' }],
    [
      'German',
      ['Vorname', 'Nachname', 'Handynummer', 'PLZ', 'Mitgliedsnummer', 'Zeitzone'],
      {
        firstName: 'Vorname',
        lastName: 'Nachname',
        phone: 'Handynummer',
        zip: 'PLZ',
        externalId: 'Mitgliedsnummer',
        zone: 'Zeitzone',
      },
    ],
    [
      'French',
      ['Prénom', 'Nom de famille', 'Téléphone portable', 'Code postal'],
      { firstName: 'Prénom', lastName: 'Nom de famille', phone: 'Téléphone portable', zip: 'Code postal' },
    ],
    [
      'Spanish',
      ['Nombre', 'Apellidos', 'Teléfono móvil', 'Código postal'],
      { firstName: 'Nombre', lastName: 'Apellidos', phone: 'Teléfono móvil', zip: 'Código postal' },
    ],
    ['Polish', ['Imię', 'Nazwisko', 'Komórka'], { firstName: 'Imię', lastName: 'Nazwisko', phone: 'Komórka' }],
    ['nothing that is known', ['a', 'b'], {}],
    ['an empty header', [], {}],
  ] as const) {
    test(`of ${what}`, () => expect(suggestMapping(header)).toEqual(mapping));
  }
});

describe('the names of columns', () => {
  for (const [what, header, names] of [
    ['are trimmed', [' a ', 'b\t'], ['a', 'b']],
    ['are never empty', ['a', '', ' '], ['a', 'Column 2', 'Column 3']],
    ['are never the same, in any case', ['Phone', 'phone', 'PHONE'], ['Phone', 'phone 2', 'PHONE 3']],
    ['do not run into each other', ['a', 'a 2', 'a'], ['a', 'a 2', 'a 3']],
    ['are cut at 100 characters', ['x'.repeat(300)], ['x'.repeat(100)]],
  ] as const) {
    test(what, () => expect(columnNames(header)).toEqual(names));
  }

  test('differ where they were cut alike', () => {
    const names = columnNames(['x'.repeat(300), 'x'.repeat(301)]);
    expect(new Set(names).size).toBe(2);
    expect(names.every(name => name.length <= 100)).toBe(true);
  });
});
