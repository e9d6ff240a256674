import type { BadRowReason } from '@campaign-kit/shared/contact-import';
import type { PackedBatch } from './batch.ts';
import type { ImportedContact } from './contact-reader.ts';
import { stagedRows } from './packed-rows.ts';
import { stagedContacts } from './staged-contacts.ts';

/** At most so many rows, or so many bytes of text, are held in memory. */
const mostRows = 131_072;
const mostBytes = 16_777_216;
const badCellLength = 2_000;

/**
 * Gathers rows to be written in the order of their phones. In the order of the file every row would dirty a page of two
 * indexes of its own: 4,600 bytes of log a row instead of 400. `rows`: stop there, to repeat a batch that was begun.
 */
export function gatherBatch(rows = mostRows) {
  const contacts = stagedContacts(rows);
  const bad = stagedRows(rows);
  const count = () => contacts.count() + bad.count();
  return {
    count,
    full: () => count() >= rows || (rows === mostRows && contacts.bytes() + bad.bytes() >= mostBytes),
    add: (contact: ImportedContact) => contacts.add(contact),
    addBad(line: number, reason: BadRowReason, cells: readonly string[]) {
      bad.add([line, reason, cells.map(cell => cell.slice(0, badCellLength))]);
    },
    packed: (): PackedBatch => ({ contacts: contacts.packed(), bad: bad.packed() }),
  };
}
