import type { BadRowReason } from '@campaign-kit/shared/contact-import';
import type { ImportedContact } from './contact-reader.ts';

/** A contact ready to be written: `row` is its JSON as the INSERT reads it, which takes a tenth of the memory. */
export type StagedContact = { readonly phone: number; readonly zone: number; readonly row: string };
export type BadRow = { readonly line: number; readonly reason: BadRowReason; readonly cells: readonly string[] };

/** Rows of the file that are written together, and where they stand; ends and order follow from the file alone. */
export type Batch = {
  /** How many rows of the file this is. */
  readonly rows: number;
  readonly contacts: readonly StagedContact[];
  readonly bad: readonly BadRow[];
};

/** At most so many rows, or so much text, are held in memory. */
const mostRows = 65_536;
const mostText = 16_777_216;
const badCellLength = 2_000;

export type Gathering = ReturnType<typeof gather>;

/**
 * Gathers rows to be written in the order of their phones. In the order of the file every row would dirty a page of two
 * indexes of its own: 4,600 bytes of log a row instead of 400. `rows`: stop there, to repeat a batch that was begun.
 */
export function gather(rows = mostRows) {
  const contacts: StagedContact[] = [];
  const bad: BadRow[] = [];
  let text = 0;
  return {
    full: () => contacts.length + bad.length >= rows || (rows === mostRows && text >= mostText),
    add(contact: ImportedContact) {
      const { phone, firstName, lastName, zip, externalId, custom, zone } = contact;
      const row = JSON.stringify([phone, firstName, lastName, zip, externalId, custom]);
      text += row.length;
      contacts.push({ phone, zone, row });
    },
    addBad(line: number, reason: BadRowReason, cells: readonly string[]) {
      const kept = cells.map(cell => cell.slice(0, badCellLength));
      text += kept.reduce((sum, cell) => sum + cell.length, 0);
      bad.push({ line, reason, cells: kept });
    },
    done: (): Batch => ({ rows: contacts.length + bad.length, contacts: byPhone(contacts), bad }),
  };
}

/**
 * Neighbours together, equal phones in the order of the file. One native sort of numbers (5 ms for 65,536) because a
 * comparing function would hold the event loop too long; numbers of other countries are in order only roughly.
 */
function byPhone(contacts: readonly StagedContact[]): StagedContact[] {
  const keys = new Float64Array(contacts.length);
  contacts.forEach(({ phone }, at) => (keys[at] = place(phone) * mostRows + at));
  return Array.from(keys.sort(), key => contacts[key % mostRows] as StagedContact);
}

/** Monotonic and below 2^35, so that the place in the file fits behind it. */
const place = (phone: number) => (phone < 2e10 ? Math.max(0, phone - 1e10) : 1e10 + Math.floor(phone / 1e5));
