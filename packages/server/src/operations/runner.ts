import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { operations } from '../db/schema/operations.ts';
import { priority } from '../db/open.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { isBusy } from '../db/is-busy.ts';
import type { Operation } from './operation.ts';
import { leaseMs, runChunks, type Pace, type Place } from './run-chunks.ts';
import { stepsOf, type Step } from './steps.ts';

type Running = Place & { operation: Operation; step: Step };

export type Runner = {
  /** Resolves when nothing is left to do in this process. */
  idle(): Promise<void>;
  /** Finishes the chunks at hand and starts no others; the rest goes on after the next start. */
  stop(): Promise<void>;
};

export type RunnerSettings = Partial<Pace> & { onFailure(operation: Operation, error: unknown): void };

/** Carries operations on, some chunks of each in turn: new ones, and ones that a crash or another process left behind. */
export function startRunner(world: World, settings: RunnerSettings): Runner {
  const { chunkMs = 9, smallest = 1_000, onChunk = () => {} } = settings;
  const running = new Map<number, Running>();
  let stopped = false;
  let turning: Promise<void> | null = null;
  let again = false;

  const turn = async () => {
    do {
      again = false;
      for (const operation of await claim(world)) await take(operation);
      while (running.size && !stopped) {
        for (const one of [...running.values()]) {
          if (!stopped) await advance(one);
          await breathe();
        }
        if (!again) continue;
        again = false;
        for (const operation of await claim(world)) await take(operation);
      }
    } while (again && !stopped);
  };

  const wake = () => {
    again = true;
    if (stopped || turning) return;
    turning = turn()
      .catch(() => undefined)
      .finally(() => {
        turning = null;
        if (again && !stopped) wake();
      });
  };

  const take = async (operation: Operation) => {
    const step = await stepsOf(world.db.read, operation);
    const { cursor, done } = operation;
    if (step) {
      const size = Math.max(smallest, 500 * chunkMs);
      running.set(operation.id, { operation, step, cursor, done, size, commitMsPerId: chunkMs / size, toldAt: 0 });
    }
  };

  const advance = async (one: Running) => {
    const { operation, step } = one;
    try {
      const { state, ...place } = await runChunks(world, operation, step, one, { chunkMs, smallest, onChunk });
      Object.assign(one, place);
      if (state === 'running') return;
      running.delete(operation.id);
      if (state === 'lost') await settleCancelled(world, operation);
      world.bus.poke();
    } catch (error) {
      running.delete(operation.id);
      settings.onFailure(operation, error);
      if (!isBusy(error)) await settleFailed(world, operation, error);
    }
  };

  const unlisten = world.bus.onPoke(wake);
  const timer = setInterval(wake, 1_000);
  timer.unref();
  wake();

  return {
    idle: async () => {
      while (turning) await turning;
    },
    stop: async () => {
      stopped = true;
      unlisten();
      clearInterval(timer);
      await turning;
    },
  };
}

/** Running operations that nobody has renewed the lease of, now leased by us. */
async function claim(world: World): Promise<Operation[]> {
  const now = world.now();
  // The words of the partial index, so that it is used.
  const free = sql`state = 'running' AND leased_until < ${now} AND kind <> 'importContacts'`;
  const [waiting] = await world.db.read.select({ id: operations.id }).from(operations).where(free).limit(1);
  if (!waiting) return [];
  // A lease that is lost with the power is taken again: nobody waits for the disk.
  return world.db.write(
    tx =>
      tx
        .update(operations)
        .set({ leasedUntil: now + leaseMs })
        .where(sql`id IN (SELECT id FROM operations WHERE ${free} ORDER BY leased_until, id LIMIT 20)`)
        .returning(),
    priority.bulk,
  );
}

/** An operation that was asked to stop has stopped; what it changed until then stays, and can be undone. */
async function settleCancelled(world: World, operation: Operation): Promise<void> {
  const asked = and(
    eq(operations.id, operation.id),
    eq(operations.state, 'running'),
    isNotNull(operations.cancelAskedAt),
  );
  await settle(world, operation, asked, { state: 'cancelled' });
}

async function settleFailed(world: World, operation: Operation, error: unknown): Promise<void> {
  const running = and(eq(operations.id, operation.id), eq(operations.state, 'running'));
  await settle(world, operation, running, { state: 'failed', error: error instanceof Error ? error.name : 'unknown' });
}

async function settle(
  world: World,
  { id: operationId, organizationId, campaignId }: Operation,
  where: ReturnType<typeof and>,
  end: Partial<Operation>,
): Promise<void> {
  const now = world.now();
  await world.db.write(async tx => {
    const { rowsAffected } = await tx
      .update(operations)
      .set({ ...end, finishedAt: now })
      .where(where);
    if (rowsAffected === 0) return;
    await emit(tx, organizationId, { type: 'operationChanged', operationId, campaignId }, now);
    await emit(tx, organizationId, { type: 'conversationsChanged', campaignId }, now);
  });
}
