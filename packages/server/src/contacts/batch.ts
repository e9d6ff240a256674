import type { BadRowReason } from '@campaign-kit/shared/contact-import';
import type { ImportedContact } from './contact-reader.ts';

/** A contact ready to be written: `row` is its JSON as the INSERT reads it, which takes a tenth of the memory. */
export type StagedContact = { readonly phone: number; readonly zone: number; readonly row: string };
export type BadRow = { readonly line: number; readonly reason: BadRowReason; readonly cells: readonly string[] };

/** Rows of the file that are written together; where it ends and in which order follow from the file alone. */
export type Batch = {
  /** How many rows of the file this is. */
  readonly rows: number;
  /** The next rows to write, `size` of them at most: contacts first and then bad rows. `end`: up to where. */
  chunk(from: number, size: number): { contacts: StagedContact[]; bad: BadRow[]; end: number };
};

/** At most so many rows, or so much text, are held in memory. */
const mostRows = 65_536;
const mostText = 16_777_216;
const badCellLength = 2_000;
/** Text of one chunk: far below what a libSQL server takes in one request. */
const chunkText = 2_000_000;

/**
 * Gathers rows to be written in the order of their phones. In the order of the file every row would dirty a page of two
 * indexes of its own: 4,600 bytes of log a row instead of 400. `rows`: stop there, to repeat a batch that was begun.
 */
export function gather(rows = mostRows) {
  const contacts: StagedContact[] = [];
  const bad: BadRow[] = [];
  const keys = new Float64Array(rows);
  let text = 0;
  return {
    full: () => contacts.length + bad.length >= rows || (rows === mostRows && text >= mostText),
    add(contact: ImportedContact) {
      const { phone, firstName, lastName, zip, externalId, custom, zone } = contact;
      const row = JSON.stringify([phone, firstName, lastName, zip, externalId, custom]);
      text += row.length;
      keys[contacts.length] = place(phone) * mostRows + contacts.length;
      contacts.push({ phone, zone, row });
    },
    addBad(line: number, reason: BadRowReason, cells: readonly string[]) {
      const kept = cells.map(cell => cell.slice(0, badCellLength));
      text += kept.reduce((sum, cell) => sum + cell.length, 0);
      bad.push({ line, reason, cells: kept });
    },
    /** One native sort of numbers (5 ms for 65,536): a comparing function would hold the event loop too long. */
    done(): Batch {
      const order = keys.subarray(0, contacts.length).sort();
      const inOrder = (at: number) => contacts[(order[at] as number) % mostRows] as StagedContact;
      return {
        rows: contacts.length + bad.length,
        chunk: (from, size) => chunkOf(order.length, inOrder, bad, from, size),
      };
    },
  };
}

export type Gathering = ReturnType<typeof gather>;

/** Equal phones keep the order of the file; those of other countries are in order only roughly. Below 2^35. */
const place = (phone: number) => (phone < 2e10 ? Math.max(0, phone - 1e10) : 1e10 + Math.floor(phone / 1e5));

function chunkOf(
  count: number,
  inOrder: (at: number) => StagedContact,
  bad: readonly BadRow[],
  from: number,
  size: number,
): ReturnType<Batch['chunk']> {
  const contacts: StagedContact[] = [];
  const badRows: BadRow[] = [];
  let end = from;
  for (let text = 0; end < Math.min(count + bad.length, from + size) && text < chunkText; end++) {
    if (end < count) {
      const contact = inOrder(end);
      text += contact.row.length;
      contacts.push(contact);
    } else {
      const row = bad[end - count] as BadRow;
      text += row.cells.reduce((sum, cell) => sum + cell.length, 0);
      badRows.push(row);
    }
  }
  return { contacts, bad: badRows, end };
}
