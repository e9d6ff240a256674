import type { BadRowReason } from '@campaign-kit/shared/contact-import';
import type { ImportedContact } from './contact-reader.ts';
import { stagedContacts, type StagedContact } from './staged-contacts.ts';

export type BadRow = { readonly line: number; readonly reason: BadRowReason; readonly cells: readonly string[] };

/** Rows of the file that are written together; where it ends and in which order follow from the file alone. */
export type Batch = {
  /** How many rows of the file this is. */
  readonly rows: number;
  /** The next rows to write, `size` of them at most: contacts first and then bad rows. `end`: up to where. */
  chunk(from: number, size: number): { contacts: StagedContact[]; bad: BadRow[]; end: number };
};

/** At most so many rows, or so many bytes of text, are held in memory. */
const mostRows = 131_072;
const mostBytes = 16_777_216;
const badCellLength = 2_000;
/** Characters of one chunk: far below what a libSQL server takes in one request. */
const chunkText = 2_000_000;

/**
 * Gathers rows to be written in the order of their phones. In the order of the file every row would dirty a page of two
 * indexes of its own: 4,600 bytes of log a row instead of 400. `rows`: stop there, to repeat a batch that was begun.
 */
export function gather(rows = mostRows) {
  const contacts = stagedContacts(rows);
  const bad: BadRow[] = [];
  let badText = 0;
  const count = () => contacts.count() + bad.length;
  return {
    full: () => count() >= rows || (rows === mostRows && contacts.bytes() + badText >= mostBytes),
    add: (contact: ImportedContact) => contacts.add(contact),
    addBad(line: number, reason: BadRowReason, cells: readonly string[]) {
      const kept = cells.map(cell => cell.slice(0, badCellLength));
      badText += textOf(kept);
      bad.push({ line, reason, cells: kept });
    },
    async done(): Promise<Batch> {
      const good = contacts.count();
      const inOrder = await contacts.inOrder();
      return { rows: count(), chunk: (from, size) => chunkOf(good, inOrder, bad, from, size) };
    },
  };
}

const textOf = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.length, 0);

function chunkOf(
  good: number,
  inOrder: (nth: number) => StagedContact,
  bad: readonly BadRow[],
  from: number,
  size: number,
): ReturnType<Batch['chunk']> {
  const contacts: StagedContact[] = [];
  const badRows: BadRow[] = [];
  let end = from;
  for (let text = 0; end < Math.min(good + bad.length, from + size) && text < chunkText; end++) {
    if (end < good) {
      const contact = inOrder(end);
      text += contact.row.length;
      contacts.push(contact);
    } else {
      const row = bad[end - good] as BadRow;
      text += textOf(row.cells);
      badRows.push(row);
    }
  }
  return { contacts, bad: badRows, end };
}
