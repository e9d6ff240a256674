import { setImmediate as breathe } from 'node:timers/promises';
import { gather, type Batch } from './batch.ts';
import type { contactReader } from './contact-reader.ts';
import type { Position } from './import-state.ts';
import type { OpenCsv } from './open-csv.ts';

/** The event loop has its turn at least this often. */
const turnMs = 4;

/**
 * The rows behind the position, in batches; first the batch that was begun and not finished. When the source breaks, what
 * was read until then comes before the error, so that little has to be sent again.
 */
export async function* readBatches(
  { portions }: OpenCsv,
  { read }: ReturnType<typeof contactReader>,
  { cursor, applied, batchRows }: Position,
): AsyncGenerator<Batch & { readonly bytes: number; readonly skipped: number }, void> {
  let skipped = 0;
  let bytes = 0;
  let repeating = applied > 0 ? batchRows : 0;
  let gathering = gather(repeating || undefined);
  let broken: { error: unknown } | null = null;
  let turnEnds = performance.now() + turnMs;
  try {
    for await (const portion of portions) {
      bytes = portion.bytes;
      for (const row of portion.rows) {
        if (performance.now() > turnEnds) {
          await breathe();
          turnEnds = performance.now() + turnMs;
        }
        if (skipped < cursor) {
          skipped++;
          continue;
        }
        const contact = read(row);
        if (typeof contact === 'string') gathering.addBad(row.line, contact, row.cells);
        else gathering.add(contact);
        if (!gathering.full()) continue;
        const batch = await gathering.done();
        yield { ...batch, bytes, skipped };
        repeating = 0;
        gathering = gather();
      }
    }
  } catch (error) {
    broken = { error };
  }
  const rest = await gathering.done();
  if (rest.rows >= repeating) yield { ...rest, bytes, skipped };
  if (broken) throw broken.error;
}
