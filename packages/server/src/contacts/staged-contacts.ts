import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportedContact } from './contact-reader.ts';

/** A contact ready to be written: `row` is its JSON as the INSERT reads it. */
export type StagedContact = { readonly phone: number; readonly zone: number; readonly row: string };

const segmentBytes = 1_048_576;

/**
 * Contacts that wait to be written, outside of the heap: as 65,536 objects each collection of garbage would copy them, and
 * hold the event loop for it. Taken out in the order of their phones.
 */
export function stagedContacts(most: number) {
  const keys = new Float64Array(most);
  const phones = new Float64Array(most);
  const zones = new Uint16Array(most);
  const segments = new Uint16Array(most);
  const starts = new Uint32Array(most);
  const texts: Buffer[] = [];
  const ends = new Uint32Array(most);
  let count = 0;
  let bytes = 0;
  let used = segmentBytes;

  return {
    count: () => count,
    bytes: () => bytes,
    add({ phone, firstName, lastName, zip, externalId, custom, zone }: ImportedContact) {
      const row = JSON.stringify([phone, firstName, lastName, zip, externalId, custom]);
      const length = Buffer.byteLength(row);
      let text = texts.at(-1);
      if (!text || used + length > text.length) {
        text = Buffer.allocUnsafeSlow(Math.max(segmentBytes, length));
        texts.push(text);
        used = 0;
      }
      text.write(row, used);
      keys[count] = place(phone) * most + count;
      phones[count] = phone;
      zones[count] = zone;
      segments[count] = texts.length - 1;
      starts[count] = used;
      used += length;
      ends[count] = used;
      bytes += length;
      count += 1;
    },
    async inOrder(): Promise<(nth: number) => StagedContact> {
      const order = await sorted(keys.subarray(0, count));
      return nth => {
        const at = (order[nth] as number) % most;
        const text = texts[segments[at] as number] as Buffer;
        const row = text.toString('utf8', starts[at], ends[at]);
        return { phone: phones[at] as number, zone: zones[at] as number, row };
      };
    },
  };
}

/** Equal phones keep the order of the file; those of other countries are in order only roughly. Below 2^35. */
const place = (phone: number) => (phone < 2e10 ? Math.max(0, phone - 1e10) : 1e10 + Math.floor(phone / 1e5));

const sortedAtOnce = 16_384;

/** Stretches are sorted by the engine and then merged two by two: all in one go would hold the event loop for 10 ms. */
async function sorted(keys: Float64Array): Promise<Float64Array> {
  const { length } = keys;
  for (let at = 0; at < length; at += sortedAtOnce) {
    keys.subarray(at, at + sortedAtOnce).sort();
    await breathe();
  }
  let from: Float64Array = keys;
  let to: Float64Array = new Float64Array(length);
  for (let width = sortedAtOnce; width < length; width *= 2) {
    for (let at = 0; at < length; at += 2 * width) {
      merge(from.subarray(at, at + width), from.subarray(at + width, at + 2 * width), to.subarray(at));
      await breathe();
    }
    [from, to] = [to, from];
  }
  return from;
}

function merge(a: Float64Array, b: Float64Array, into: Float64Array): void {
  let inA = 0;
  let inB = 0;
  for (let at = 0; at < a.length + b.length; at++) {
    const fromA = inB === b.length || (inA < a.length && (a[inA] as number) <= (b[inB] as number));
    into[at] = (fromA ? a[inA++] : b[inB++]) as number;
  }
}
