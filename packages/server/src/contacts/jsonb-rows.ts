/**
 * Rows for `json_each` in SQLite's binary form of JSON (sqlite.org/jsonb.html): an array of strings, each of them a row as
 * JSON. A text would be gone through character by character, and each row once more to take its backslashes out; here the
 * database steps from row to row by their lengths. A row is a string, because json_each would write an array within an array
 * out as text before its places can be read.
 */
export function rowsOfJson(rows: readonly Uint8Array[]): Uint8Array {
  const header = Buffer.alloc(arrayHeader);
  header[0] = (sizeIn[4] << 4) | types.array;
  const bytes = rows.reduce((sum, row) => sum + row.length, 0);
  header.writeUInt32BE(bytes, 1);
  return Buffer.concat([header, ...rows]);
}

/** One row, to be written wherever there is room for it. */
export function rowOfJson(value: unknown) {
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  const width = bytes < 0x100 ? 1 : bytes < 0x1_0000 ? 2 : 4;
  return {
    length: 1 + width + bytes,
    writeTo(target: Buffer, at: number): void {
      target[at] = (sizeIn[width] << 4) | types.string;
      target.writeUIntBE(bytes, at + 1, width);
      target.write(json, at + 1 + width);
    },
  };
}

/** The rows of an array, each as JSON. */
export function jsonOfRows(array: Uint8Array): string[] {
  const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  const rows: string[] = [];
  for (let at = arrayHeader; at < bytes.length;) {
    const width = widths.get((bytes[at] as number) >> 4) as number;
    const from = at + 1 + width;
    at = from + bytes.readUIntBE(at + 1, width);
    rows.push(bytes.toString('utf8', from, at));
  }
  return rows;
}

const types = { string: 0xa, array: 0xb };

/** What the header says when the size stands in so many bytes behind it. */
const sizeIn = { 1: 0xc, 2: 0xd, 4: 0xe } as const;
const widths = new Map(Object.entries(sizeIn).map(([width, said]) => [said as number, Number(width)]));
const arrayHeader = 1 + 4;
