import { rowOfJson, rowsOfJson } from './jsonb-rows.ts';

/**
 * Rows as `jsonb-rows.ts` writes them, one behind the other and outside of the heap: from thread to thread they move without
 * being copied, and neighbours are taken out in one piece.
 */
export type PackedRows = { readonly text: Uint8Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> };

export function unpackedRows({ text, ends }: PackedRows) {
  const start = (at: number) => (at === 0 ? 0 : (ends[at - 1] as number));
  return {
    count: ends.length,
    bytesOf: (at: number) => (ends[at] as number) - start(at),
    /** An array for the database of the rows at these places. */
    rowsAt(places: readonly number[]): Uint8Array {
      const pieces: Uint8Array[] = [];
      for (let from = 0, to = 0; from < places.length; from = to) {
        const first = places[from] as number;
        while (places[to] === first + to - from) to++;
        pieces.push(text.subarray(start(first), ends[first + to - from - 1]));
      }
      return rowsOfJson(pieces);
    },
  };
}

const segmentBytes = 1_048_576;

/** Up to `most` rows that are gathered outside of the heap, where as so many objects each collection of garbage would copy them. */
export function stagedRows(most: number) {
  const segments = new Uint16Array(most);
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  const texts: Buffer[] = [];
  let count = 0;
  let bytes = 0;
  let used = segmentBytes;

  return {
    count: () => count,
    bytes: () => bytes,
    add(value: unknown) {
      const { length, writeTo } = rowOfJson(value);
      let text = texts.at(-1);
      if (!text || used + length > text.length) {
        text = Buffer.allocUnsafeSlow(Math.max(segmentBytes, length));
        texts.push(text);
        used = 0;
      }
      writeTo(text, used);
      segments[count] = texts.length - 1;
      starts[count] = used;
      used += length;
      ends[count] = used;
      bytes += length;
      count += 1;
    },
    /** All of them; `order` tells which comes nth. */
    packed(order: (nth: number) => number = nth => nth): PackedRows {
      const packed = { text: new Uint8Array(bytes), ends: new Uint32Array(count) };
      let end = 0;
      for (let nth = 0; nth < count; nth++) {
        const at = order(nth);
        end += (texts[segments[at] as number] as Buffer).copy(packed.text, end, starts[at], ends[at]);
        packed.ends[nth] = end;
      }
      return packed;
    },
  };
}
