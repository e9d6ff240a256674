import { unpackedRows, type PackedRows } from './packed-rows.ts';
import type { PackedContacts, StagedContact } from './staged-contacts.ts';

/** Rows of the file that are written together; where it ends and in which order follow from the file alone. */
export type PackedBatch = { readonly contacts: PackedContacts; readonly bad: PackedRows };

export type Batch = {
  /** How many rows of the file this is. */
  readonly rows: number;
  /**
   * The next rows to write, `size` of them at most: contacts first and then bad rows, these as the JSON of their line,
   * reason and cells. `end`: up to where.
   */
  chunk(from: number, size: number): { contacts: StagedContact[]; bad: string[]; end: number };
};

/** Characters of one chunk: far below what a libSQL server takes in one request. */
const chunkText = 2_000_000;

export function unpackedBatch({ contacts: { phones, zones, ...texts }, bad }: PackedBatch): Batch {
  const good = unpackedRows(texts);
  const wrong = unpackedRows(bad);
  const rows = good.count + wrong.count;
  return {
    rows,
    chunk(from, size) {
      const contacts: StagedContact[] = [];
      const badRows: string[] = [];
      let end = from;
      for (let text = 0; end < Math.min(rows, from + size) && text < chunkText; end++) {
        const isGood = end < good.count;
        const row = isGood ? good.nth(end) : wrong.nth(end - good.count);
        text += row.length;
        if (isGood) contacts.push({ phone: phones[end] as number, zone: zones[end] as number, row });
        else badRows.push(row);
      }
      return { contacts, bad: badRows, end };
    },
  };
}
