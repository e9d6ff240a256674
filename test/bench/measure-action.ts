import { eq } from 'drizzle-orm';
import { priority } from '@campaign-kit/server/db/open';
import { operations } from '@campaign-kit/server/db/schema/operations';
import { startRunner } from '@campaign-kit/server/operations/runner';
import { beside, type Felt } from './beside.ts';
import type { BenchedAction } from './benched-actions.ts';
import { coreClock } from './core-clock.ts';
import { median } from './percentile.ts';
import type { Bench } from './open-bench.ts';
import { recount } from './recount.ts';

export type MeasuredAction = {
  readonly name: string;
  readonly rows: number;
  readonly chunks: number;
  readonly bareMs: number;
  readonly operationMs: number;
  readonly ratio: number;
  /** From the call to its answer: the count that a run begins with, and the transaction that writes it down. */
  readonly startMs: number;
  readonly previewMs: number;
  readonly previewStall: number;
  /** Of each repetition with the list query beside. */
  readonly felt: readonly Felt[];
};

/**
 * Bare statement and operation in turn on the same rows, then the operation once more with a list query beside it. Every
 * time it is checked that exactly the expected rows changed and that the kept counts are those of the rows.
 */
export async function measureAction(
  bench: Bench,
  action: BenchedAction,
  { rows, reps, feel = true }: { rows: number; reps: number; feel?: boolean },
): Promise<MeasuredAction> {
  await bench.restore(action.given);
  const { count } = await action.preview(bench);
  const previews = [];
  for (let rep = 0; rep < reps; rep++) {
    const { result: ms, felt } = await beside(bench, () => timed(() => action.preview(bench)), { lists: false });
    previews.push({ ms, stall: felt.stall });
  }
  const bare = await action.bare(bench, rows);
  const bares: number[] = [];
  const runs: Run[] = [];
  const feels: Felt[] = [];
  for (let rep = 0; rep < reps; rep++) {
    const turns = [() => runBare(), () => runOperation()];
    for (const turn of rep % 2 ? turns.reverse() : turns) {
      await bench.restore(action.given);
      await turn();
    }
    if (!feel) continue;
    await bench.restore(action.given);
    const start = await startOf(bench, action, count);
    feels.push((await beside(bench, () => run(bench, start, count), { lists: true })).felt);
    await checkCounts(bench);
  }

  async function runBare() {
    const began = coreClock();
    const { bareToo } = action;
    const { rowsAffected } = await bench.world.db.write(async tx => {
      const changed = await tx.run(bare);
      if (bareToo) await tx.run(bareToo);
      return changed;
    }, priority.bulk);
    bares.push(coreClock() - began);
    if (rowsAffected !== count) throw new Error(`${action.name}: the statement changed ${rowsAffected}, not ${count}`);
  }

  async function runOperation() {
    const began = coreClock();
    const start = await startOf(bench, action, count);
    const startMs = coreClock() - began;
    await bench.quiet();
    runs.push({ startMs, ...(await run(bench, start, count)) });
    await checkCounts(bench);
  }

  const bareMs = median(bares);
  const operationMs = median(runs.map(({ ms }) => ms));
  return {
    name: action.name,
    rows: count,
    chunks: median(runs.map(({ chunks }) => chunks)),
    bareMs,
    operationMs,
    ratio: operationMs / bareMs,
    startMs: median(runs.map(({ startMs }) => startMs)),
    previewMs: median(previews.map(({ ms }) => ms)),
    previewStall: median(previews.map(({ stall }) => stall)),
    felt: feels,
  };
}

type Run = { startMs: number; ms: number; chunks: number };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = coreClock();
  await work();
  return coreClock() - began;
}

async function startOf(bench: Bench, action: BenchedAction, count: number): Promise<number> {
  const { id } = await action.start(bench, count);
  return id;
}

/** From the start of the runner to the end of the operation. */
async function run({ world, letClockGo }: Bench, operationId: number, count: number) {
  let failure: unknown;
  let chunks = 0;
  letClockGo();
  const began = coreClock();
  const runner = startRunner(world, { onFailure: (_, error) => (failure ??= error), onChunk: () => chunks++ });
  await runner.idle();
  const ms = coreClock() - began;
  await runner.stop();
  if (failure) throw failure instanceof Error ? failure : new Error('the operation failed');
  const [operation] = await world.db.read.select().from(operations).where(eq(operations.id, operationId));
  const { state, done, total } = operation ?? {};
  if (state !== 'done' || done !== count || total !== count) {
    throw new Error(`the operation is ${state} with ${done} of ${total} rows, expected ${count}`);
  }
  return { ms, chunks };
}

async function checkCounts({ world }: Bench): Promise<void> {
  const wrong = await recount(world.db.read);
  if (wrong.length > 0) throw new Error(`kept counts are wrong: ${wrong.join('; ')}`);
}
