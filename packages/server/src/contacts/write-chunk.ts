import { and, eq, sql } from 'drizzle-orm';
import { importLimits, type ImportCounts } from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import { priority, type Transaction } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { addContacts } from './add-contacts.ts';
import type { Chunk } from './batch.ts';
import { uploadLeaseMs } from './begin-upload.ts';
import { importState, remembering, type ImportState, type Position } from './import-state.ts';
import type { Destination } from './sort-contacts.ts';

export type ImportChunk = Omit<Chunk, 'end'> & {
  /** Where the import must stand for this to be its next chunk, and where it stands after. */
  readonly from: Position;
  readonly to: Position;
  /** Rows of the whole file, as far as can be told. */
  readonly total: number;
  /** Whether listeners are told of it. */
  readonly tell: boolean;
};

/** What one statement writes while the event loop waits for it: some 6 ms. On a server the loop does not wait. */
const rowsAtOnce = 1_500;

export type ChunkOutcome = { readonly state: 'running' | 'cancelled'; readonly tookMs: number };

/**
 * One transaction: contacts, conversations, counts, bad rows and the position of the import, or none of them. Because the
 * position must be the expected one, two uploads of one import cannot both write a chunk.
 */
export async function writeChunk(
  world: World,
  destination: Destination,
  operationId: number,
  chunk: ImportChunk,
): Promise<ChunkOutcome> {
  const { organizationId } = destination;
  const now = world.now();
  let began = performance.now();
  const state = await world.db.write(async tx => {
    began = performance.now();
    const found = await importState(tx, organizationId, operationId);
    if (found.state === 'cancelled') return 'cancelled';
    if (found.state !== 'running' || !same(found.position, chunk.from)) {
      throw new Refusal('conflict', 'refusal.importMoved');
    }
    if (found.cancelAskedAt !== null) {
      await settleImport(tx, organizationId, found, { state: 'cancelled' }, now);
      return 'cancelled';
    }
    if (found.archivedAt !== null) throw new Refusal('conflict', 'refusal.archived');
    const added = await addContacts(tx, destination, chunk, {
      now,
      atOnce: world.db.embedded ? rowsAtOnce : Infinity,
    });
    const badKept = await keepBadRows(tx, operationId, found.counts, chunk);
    const counts = sum(found.counts, { ...added, bad: chunk.bad, badKept });
    await tx
      .update(operations)
      .set({
        ...remembering({ ...found, position: chunk.to, counts }),
        total: Math.max(chunk.total, counts.rows),
        leasedUntil: now + uploadLeaseMs,
      })
      .where(and(eq(operations.id, operationId), eq(operations.organizationId, organizationId)));
    if (chunk.tell) await tellListeners(tx, organizationId, found, now);
    return 'running';
  }, priority.bulk);
  const tookMs = performance.now() - began;
  if (chunk.tell || state === 'cancelled') world.bus.poke();
  return { state, tookMs };
}

/** The end of an import, one way or another. */
export async function settleImport(
  tx: Transaction,
  organizationId: number,
  found: ImportState,
  end: { state: 'done' | 'cancelled' | 'failed'; error?: string; result?: Record<string, unknown> },
  now: number,
): Promise<void> {
  const { state, error = null, result = {} } = end;
  const { counts, id: operationId } = found;
  await tx
    .update(operations)
    .set({ state, error, result: { ...counts, ...result }, total: counts.rows, finishedAt: now, leasedUntil: 0 })
    .where(and(eq(operations.id, operationId), eq(operations.organizationId, organizationId)));
  await tellListeners(tx, organizationId, found, now);
}

async function tellListeners(
  tx: Transaction,
  organizationId: number,
  { id: operationId, campaignId }: ImportState,
  now: number,
): Promise<void> {
  await emit(tx, organizationId, { type: 'operationChanged', operationId, campaignId }, now);
  await emit(tx, organizationId, { type: 'conversationsChanged', campaignId }, now);
}

async function keepBadRows(
  tx: Transaction,
  operationId: number,
  { badKept }: ImportCounts,
  { bad, badRows }: Pick<ImportChunk, 'bad' | 'badRows'>,
): Promise<number> {
  const kept = Math.min(bad, Math.max(0, importLimits.badRowsKept - badKept));
  if (kept === 0) return 0;
  await tx.run(sql`
    INSERT INTO import_bad_rows (operation_id, line, reason, row)
    SELECT ${operationId}, value ->> 0, value ->> 1, value -> 2 FROM json_each(${badRows(kept)})`);
  return kept;
}

const same = (a: Position, b: Position) =>
  a.cursor === b.cursor && a.applied === b.applied && (a.applied === 0 || a.batchRows === b.batchRows);

function sum(counts: ImportCounts, added: Omit<ImportCounts, 'rows'>): ImportCounts {
  const { imported, revived, duplicates, optedOut, bad, badKept } = added;
  return {
    rows: counts.rows + imported + revived + duplicates + optedOut + bad,
    imported: counts.imported + imported,
    revived: counts.revived + revived,
    duplicates: counts.duplicates + duplicates,
    optedOut: counts.optedOut + optedOut,
    bad: counts.bad + bad,
    badKept: counts.badKept + badKept,
  };
}
