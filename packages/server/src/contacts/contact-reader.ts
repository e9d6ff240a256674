import {
  importFields,
  importLimits,
  type BadRowReason,
  type ImportField,
  type ImportMapping,
} from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import { zoneOfAreaCode } from '@campaign-kit/shared/zone-of-area-code';
import { zoneOfZip } from '@campaign-kit/shared/zone-of-zip';
import { zoneNumber } from '@campaign-kit/shared/zones';
import type { CsvRow } from './csv-parser.ts';
import { phoneNumber } from './phone-number.ts';

/** A person as the file tells of them. `zone`: a time-zone number, 0 where not known. */
export type ImportedContact = {
  readonly phone: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly zip: string;
  readonly externalId: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly zone: number;
};

/** Makes the function that reads rows of a file with these columns, or refuses a mapping that does not fit them. */
export function contactReader(columns: readonly string[], mapping: ImportMapping['columns']) {
  const places = placesOf(columns, mapping);
  const at = (field: ImportField) => places.get(field) ?? -1;
  const phone = at('phone');
  const firstName = at('firstName');
  const lastName = at('lastName');
  const zip = at('zip');
  const externalId = at('externalId');
  const zone = at('zone');
  const mapped = new Set(places.values());
  const custom = columns.flatMap((name, place) => (mapped.has(place) ? [] : [{ name, place }]));

  return {
    /** The columns that are kept as custom fields, in their order. */
    customColumns: custom.map(({ name }) => name),
    read(row: CsvRow): ImportedContact | BadRowReason {
      const cells = row.cells.map(cell => cell.trim());
      const problem = unreadable(cells, columns.length);
      if (problem) return problem;
      const digits = phoneNumber(cells[phone] ?? '');
      if (typeof digits === 'string') return digits;
      const postal = cells[zip] ?? '';
      const fields: Record<string, string> = {};
      for (const { name, place } of custom) if (cells[place]) fields[name] = cells[place];
      return {
        phone: digits,
        firstName: cells[firstName] ?? '',
        lastName: cells[lastName] ?? '',
        zip: postal,
        externalId: cells[externalId] ?? '',
        custom: fields,
        zone: (cells[zone] && zoneNumber(cells[zone])) || zoneOfZip(postal) || zoneOfAreaCode(digits),
      };
    },
  };
}

function placesOf(columns: readonly string[], mapping: ImportMapping['columns']): Map<ImportField, number> {
  const places = new Map<ImportField, number>();
  for (const field of importFields) {
    const name = mapping[field];
    if (name === undefined) continue;
    const place = columns.indexOf(name);
    if (place < 0) throw new Refusal('validation', 'refusal.importNoColumn', { name });
    if ([...places.values()].includes(place)) throw new Refusal('validation', 'refusal.importColumnTwice', { name });
    places.set(field, place);
  }
  return places;
}

/** U+FFFD is what the decoder makes of bytes that are not UTF-8. */
function unreadable(cells: readonly string[], width: number): BadRowReason | null {
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[place] as string;
    if (cell.includes('\uFFFD') || cell.includes('\0')) return 'badRow.unreadable';
    if (cell.length > importLimits.valueLength) return 'badRow.valueTooLong';
    if (place >= width && cell !== '') return 'badRow.tooManyCells';
  }
  return null;
}
