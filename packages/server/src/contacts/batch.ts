import { unpackedRows, type PackedRows } from './packed-rows.ts';
import type { PackedContacts, StagedContact } from './staged-contacts.ts';

/** Rows of the file that are written together; where it ends and in which order follow from the file alone. */
export type PackedBatch = { readonly contacts: PackedContacts; readonly bad: PackedRows };

export type Batch = {
  /** How many rows of the file this is. */
  readonly rows: number;
  /** The next rows to write, `size` of them at most: contacts first and then bad rows. */
  chunk(from: number, size: number): Chunk;
};

export type Chunk = {
  readonly contacts: readonly StagedContact[];
  /** Of some of the contacts: an array for the database. */
  rowsOf(contacts: readonly StagedContact[]): Uint8Array;
  /** How many rows cannot be imported. */
  readonly bad: number;
  /** The first ones of them, each of line, reason and cells: an array for the database. */
  badRows(most: number): Uint8Array;
  /** Up to where this is. */
  readonly end: number;
};

/** Bytes of one chunk: far below what a libSQL server takes in one request. */
const chunkBytes = 2_000_000;

export function unpackedBatch({ contacts: { phones, zones, ...texts }, bad }: PackedBatch): Batch {
  const good = unpackedRows(texts);
  const wrong = unpackedRows(bad);
  const rows = good.count + wrong.count;
  return {
    rows,
    chunk(from, size) {
      const contacts: StagedContact[] = [];
      const badPlaces: number[] = [];
      let end = from;
      for (let bytes = 0; end < Math.min(rows, from + size) && bytes < chunkBytes; end++) {
        const badAt = end - good.count;
        bytes += badAt < 0 ? good.bytesOf(end) : wrong.bytesOf(badAt);
        if (badAt < 0) contacts.push({ phone: phones[end] as number, zone: zones[end] as number, at: end });
        else badPlaces.push(badAt);
      }
      return {
        contacts,
        rowsOf: some => good.rowsAt(some.map(({ at }) => at)),
        bad: badPlaces.length,
        badRows: most => wrong.rowsAt(badPlaces.slice(0, most)),
        end,
      };
    },
  };
}
