import type { Chunk } from '../conversations/verb.ts';
import type { Transaction } from '../db/open.ts';
import { chunkAfter } from './ranges.ts';
import type { Step } from './steps.ts';

/** Goes through stretches of ids, chunk by chunk. `done` is how many rows the operation has changed before this one. */
export const walk =
  (ranges: readonly Chunk[], change: (tx: Transaction, chunk: Chunk, done: number) => Promise<number>): Step =>
  async (tx, { cursor, size, done }) => {
    const chunk = chunkAfter(ranges, cursor, size);
    if (!chunk) return null;
    const { firstId, lastId } = chunk;
    return { cursor: lastId, ids: lastId - firstId + 1, changed: await change(tx, chunk, done) };
  };
