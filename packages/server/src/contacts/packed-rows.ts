/** Rows of text, one behind the other and outside of the heap: from thread to thread they move without being copied. */
export type PackedRows = { readonly text: Uint8Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> };

/** Takes rows out by their place. */
export function unpackedRows({ text, ends }: PackedRows): { count: number; nth: (at: number) => string } {
  const bytes = Buffer.from(text.buffer);
  const nth = (at: number) => bytes.toString('utf8', at === 0 ? 0 : ends[at - 1], ends[at]);
  return { count: ends.length, nth };
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
    add(row: string) {
      const length = Buffer.byteLength(row);
      let text = texts.at(-1);
      if (!text || used + length > text.length) {
        text = Buffer.allocUnsafeSlow(Math.max(segmentBytes, length));
        texts.push(text);
        used = 0;
      }
      text.write(row, used);
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
