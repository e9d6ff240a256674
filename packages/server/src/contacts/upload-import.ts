import { and, eq } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { Refusal } from '@campaign-kit/shared/refusal';
import { operations } from '../db/schema/operations.ts';
import { describeOperation, type DescribedOperation } from '../operations/describe-operations.ts';
import { operationOf } from '../operations/operation.ts';
import type { World } from '../world.ts';
import type { Batch } from './batch.ts';
import { beginUpload } from './begin-upload.ts';
import { importState, type Position } from './import-state.ts';
import type { ByteSource } from './open-csv.ts';
import { readContacts, type ContactFile } from './read-contacts.ts';
import { settleImport, writeChunk } from './write-chunk.ts';

export type Upload = { readonly organizationId: number; readonly operationId: number; readonly source: ByteSource };

/** One transaction takes about this long on the embedded file, in pieces; its size follows what the last one took. */
const chunkMs = 36;
/** Where other processes hold the core, smaller chunks would not help. */
const smallest = 500;
const largest = 5_000;
const tellEvery = 8;

/**
 * Imports the file into the campaign of an import that was started. After a break the same file is sent again from its
 * beginning, and goes on behind the last row that was committed. A file that cannot be read fails the import for good.
 */
export async function uploadImport(world: World, upload: Upload): Promise<DescribedOperation> {
  const { organizationId, operationId } = upload;
  try {
    if (await importAll(world, upload)) await finish(world, organizationId, operationId);
  } catch (error) {
    await afterFailure(world, organizationId, operationId, error);
    throw error;
  }
  return describeOperation(world.db.read, await operationOf(world.db.read, organizationId, operationId), world.now());
}

/** False when it was cancelled on the way. */
async function importAll(world: World, { organizationId, operationId, source }: Upload): Promise<boolean> {
  const { input, campaignId, state } = await importState(world.db.read, organizationId, operationId);
  if (state !== 'running') throw new Refusal('conflict', 'refusal.notRunning');
  const file = await readContacts(source, input.mapping);
  try {
    return await writeAll(world, { organizationId, operationId, campaignId, bytes: input.bytes }, file);
  } finally {
    file.close();
  }
}

type Written = { organizationId: number; operationId: number; campaignId: number; bytes: number | undefined };

async function writeAll(
  world: World,
  { organizationId, operationId, campaignId, bytes }: Written,
  file: ContactFile,
): Promise<boolean> {
  const begun = await beginUpload(world, organizationId, operationId, file);
  const { contactListId } = begun.file;
  const writer = chunkWriter(world, { organizationId, campaignId, contactListId }, operationId);

  let { position } = begun;
  let seen = { bytes: 0, skipped: 0 };
  for await (const batch of file.batches(position)) {
    seen = batch;
    const rows = position.cursor + batch.rows;
    const total = bytes ? Math.round(rows * Math.max(1, bytes / batch.bytes)) : rows;
    writer.begin();
    for (const chunk of chunksOf(batch, position, writer)) {
      const { state } = await writer.write({ ...chunk, total });
      if (state === 'cancelled') return false;
      position = chunk.to;
      await breathe();
    }
  }
  if (seen.skipped < begun.position.cursor || position.applied > 0 || seen.bytes < (bytes ?? 0)) {
    throw new Refusal('conflict', 'refusal.importCutOff');
  }
  return true;
}

type Chunk = ReturnType<Batch['chunk']> & { from: Position; to: Position };

/** What is left of the batch, in chunks as large as the writer wants them now. */
function* chunksOf(batch: Batch, { cursor, applied }: Position, writer: { size: number }): Generator<Chunk, void> {
  const { rows } = batch;
  for (let from = applied; from < rows;) {
    const chunk = batch.chunk(from, writer.size);
    const { end } = chunk;
    const to =
      end === rows ? { cursor: cursor + rows, batchRows: 0, applied: 0 } : { cursor, batchRows: rows, applied: end };
    yield { ...chunk, from: { cursor, batchRows: from === 0 ? 0 : rows, applied: from }, to };
    from = end;
  }
}

function chunkWriter(world: World, destination: Parameters<typeof writeChunk>[1], operationId: number) {
  let written = 0;
  const writer = {
    size: largest,
    /** While a batch was read the caches went cold and the log was moved: the first chunks take longer for it. */
    begin() {
      if (world.db.embedded) writer.size = smallest;
    },
    async write(chunk: Chunk & { total: number }) {
      const tell = written++ % tellEvery === 0;
      const outcome = await writeChunk(world, destination, operationId, { ...chunk, tell });
      if (world.db.embedded) writer.size = nextSize(writer.size, outcome.tookMs);
      return outcome;
    },
  };
  return writer;
}

function nextSize(size: number, tookMs: number): number {
  const wanted = size * (chunkMs / Math.max(tookMs, 0.5));
  return Math.round(Math.min(largest, Math.max(smallest, Math.min(size * 1.5, Math.max(size / 2, wanted)))));
}

async function finish(world: World, organizationId: number, operationId: number): Promise<void> {
  await world.db.write(async tx => {
    const found = await importState(tx, organizationId, operationId);
    if (found.state === 'running') await settleImport(tx, organizationId, found, { state: 'done' }, world.now());
  });
  world.bus.poke();
}

/** A file that cannot be read ends the import; anything else leaves it to be sent again. */
async function afterFailure(world: World, organizationId: number, operationId: number, error: unknown): Promise<void> {
  const refusal = error instanceof Refusal ? error : null;
  if (refusal && refusal.code !== 'validation') return;
  await world.db.write(async tx => {
    const found = await importState(tx, organizationId, operationId);
    if (found.state !== 'running') return;
    if (refusal) {
      const { message, reason, values } = refusal;
      const end = { state: 'failed', error: message, result: { reason, values } } as const;
      return settleImport(tx, organizationId, found, end, world.now());
    }
    await tx
      .update(operations)
      .set({ leasedUntil: 0 })
      .where(and(eq(operations.id, operationId), eq(operations.organizationId, organizationId)));
  });
  world.bus.poke();
}
