import { and, eq, isNull, sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { priority, type Transaction } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import type { Operation } from './operation.ts';
import type { Step } from './steps.ts';

/** Where an operation stands. `size`: how many ids its next chunk has; `commitMsPerId`: what the last commit took. */
export type Place = Pick<Operation, 'cursor' | 'done'> & { size: number; commitMsPerId: number; toldAt: number };
/** `lost`: somebody else has moved it, or asked it to stop. */
export type Progress = Place & { state: 'running' | 'done' | 'lost' };

export type Pace = {
  /** A chunk or a commit may hold the event loop about this long; they follow what the last ones took. */
  chunkMs: number;
  /** Ids in a chunk at least: where other processes hold the core, smaller chunks would not help. */
  smallest: number;
  onChunk(operation: Operation, tookMs: number): void;
};

export const leaseMs = 1_500;
const largest = 50_000;
/** So long a transaction takes in one more chunk; other processes wait meanwhile. */
const togetherMs = 20;
/** Listeners are told this often while chunks go by. */
const tellEveryMs = 150;

class Lost extends Error {}

/**
 * Does the next chunks and moves the cursor in one transaction, which ends early when somebody else waits for the writer.
 * Because the cursor must still be where we think it is, two processes that run the same operation cannot both do a chunk.
 */
export async function runChunks(
  world: World,
  operation: Operation,
  step: Step,
  at: Place,
  pace: Pace,
): Promise<Progress> {
  const now = world.now();
  const tell = now - at.toldAt >= tellEveryMs;
  let commitBegan = 0;
  try {
    const { ids, ...progress } = await world.db.write(async (tx, isWanted) => {
      const { place, ids, ended } = await chunks(tx, isWanted, operation, step, at, pace);
      commitBegan = performance.now();
      const end = ended ? ({ state: 'done', finishedAt: now } as const) : {};
      const { rowsAffected } = await tx
        .update(operations)
        .set({ cursor: place.cursor, done: place.done, leasedUntil: now + leaseMs, ...end })
        .where(
          and(
            eq(operations.id, operation.id),
            eq(operations.cursor, at.cursor),
            sql`state = 'running'`,
            isNull(operations.cancelAskedAt),
          ),
        );
      if (rowsAffected !== 1) throw new Lost();
      const { organizationId, id: operationId, campaignId } = operation;
      if (tell || ended) await emit(tx, organizationId, { type: 'operationChanged', operationId, campaignId }, now);
      if (ended) await emit(tx, organizationId, { type: 'conversationsChanged', campaignId }, now);
      const state = ended ? ('done' as const) : ('running' as const);
      return { ...place, ids, state, toldAt: tell ? now : at.toldAt };
    }, priority.bulk);
    return { ...progress, commitMsPerId: (performance.now() - commitBegan) / Math.max(1, ids) };
  } catch (error) {
    if (isLost(error)) return { ...at, state: 'lost' };
    throw error;
  }
}

/** The event loop serves others after each chunk, also before the commit. */
async function chunks(
  tx: Transaction,
  isWanted: () => boolean,
  operation: Operation,
  step: Step,
  at: Place,
  { chunkMs, smallest, onChunk }: Pace,
): Promise<{ place: Place; ids: number; ended: boolean }> {
  const place = { ...at };
  const began = performance.now();
  let ids = 0;
  for (;;) {
    const chunkBegan = performance.now();
    const result = await step(tx, place);
    if (!result) return { place, ids, ended: true };
    const tookMs = performance.now() - chunkBegan;
    place.cursor = result.cursor;
    place.done += result.changed;
    ids += result.ids;
    const longest = Math.max(tookMs, result.ids * at.commitMsPerId);
    place.size = Math.max(smallest, nextSize(place.size, result.ids, chunkMs, longest));
    onChunk(operation, tookMs);
    await breathe();
    const commitMs = (ids + Math.min(place.size, result.ids * 1.5)) * at.commitMsPerId;
    const long = performance.now() - began > togetherMs || commitMs > chunkMs;
    if (long || isWanted()) return { place, ids, ended: false };
  }
}

/** What is left of a stretch says little about how many ids a chunk should have. */
function nextSize(size: number, ids: number, chunkMs: number, tookMs: number): number {
  if (ids < size && tookMs <= chunkMs) return size;
  const wanted = ids * (chunkMs / Math.max(tookMs, 0.5));
  return Math.round(Math.min(largest, size * 1.5, Math.max(size / 2, wanted)));
}

const isLost = (error: unknown): boolean =>
  error instanceof Lost || (error instanceof Error && error.cause !== undefined && isLost(error.cause));
