import type { PackedBatch } from './batch.ts';
import type { contactReader } from './contact-reader.ts';
import { gatherBatch } from './gather-batch.ts';
import type { Position } from './import-state.ts';
import type { OpenCsv } from './open-csv.ts';

/** `bytes` of the file were read up to its end; `skipped` rows were passed over before. */
export type ReadBatch = PackedBatch & { readonly bytes: number; readonly skipped: number };

/**
 * The rows behind the position, in batches; first the batch that was begun and not finished. When the source breaks, what
 * was read until then comes before the error, so that little has to be sent again.
 */
export async function* readBatches(
  { portions }: OpenCsv,
  { read }: ReturnType<typeof contactReader>,
  { cursor, applied, batchRows }: Position,
): AsyncGenerator<ReadBatch, void> {
  let skipped = 0;
  let bytes = 0;
  let repeating = applied > 0 ? batchRows : 0;
  let gathering = gatherBatch(repeating || undefined);
  let broken: { error: unknown } | null = null;
  try {
    for await (const portion of portions) {
      bytes = portion.bytes;
      for (const row of portion.rows) {
        if (skipped < cursor) {
          skipped++;
          continue;
        }
        const contact = read(row);
        if (typeof contact === 'string') gathering.addBad(row.line, contact, row.cells);
        else gathering.add(contact);
        if (!gathering.full()) continue;
        yield { ...gathering.packed(), bytes, skipped };
        repeating = 0;
        gathering = gatherBatch();
      }
    }
  } catch (error) {
    broken = { error };
  }
  if (gathering.count() >= repeating) yield { ...gathering.packed(), bytes, skipped };
  if (broken) throw broken.error;
}
