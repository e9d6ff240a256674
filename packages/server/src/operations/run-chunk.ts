import { and, eq, isNull, sql } from 'drizzle-orm';
import { priority } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import type { Operation } from './operation.ts';
import type { Step } from './steps.ts';

/** Where an operation stands after a chunk. `lost`: somebody else has moved it, or asked it to stop. */
export type Progress = Pick<Operation, 'cursor' | 'done'> & { state: 'running' | 'done' | 'lost' };

export const leaseMs = 1_500;
/** Listeners are told this often while chunks go by. */
const tellEveryMs = 150;

class Lost extends Error {}

/**
 * Does the next chunk and moves the cursor in one transaction. Because the cursor must still be where we think it is, two
 * processes that run the same operation cannot both do a chunk.
 */
export async function runChunk(
  world: World,
  operation: Operation,
  step: Step,
  at: { cursor: number; done: number; size: number; toldAt: number },
): Promise<Progress & { toldAt: number; tookMs: number }> {
  const now = world.now();
  const tell = now - at.toldAt >= tellEveryMs;
  let began = performance.now();
  try {
    const progress = await world.db.write(async tx => {
      began = performance.now();
      const result = await step(tx, at);
      const cursor = result?.cursor ?? at.cursor;
      const done = at.done + (result?.changed ?? 0);
      const end = result ? {} : ({ state: 'done', finishedAt: now } as const);
      const { rowsAffected } = await tx
        .update(operations)
        .set({ cursor, done, leasedUntil: now + leaseMs, ...end })
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
      if (tell || !result) await emit(tx, organizationId, { type: 'operationChanged', operationId, campaignId }, now);
      if (!result) await emit(tx, organizationId, { type: 'conversationsChanged', campaignId }, now);
      return { cursor, done, state: result ? ('running' as const) : ('done' as const), toldAt: tell ? now : at.toldAt };
    }, priority.bulk);
    return { ...progress, tookMs: performance.now() - began };
  } catch (error) {
    if (isLost(error)) return { ...at, state: 'lost', tookMs: performance.now() - began };
    throw error;
  }
}

const isLost = (error: unknown): boolean =>
  error instanceof Lost || (error instanceof Error && error.cause !== undefined && isLost(error.cause));
