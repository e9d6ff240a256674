import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { priority, type Transaction } from '../db/open.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { receiveReplies } from './receive-replies.ts';
import { receiveText } from './receive-text.ts';
import { receiveStatuses } from './receive-statuses.ts';
import { countKeeper } from '../conversations/count-keeper.ts';

export type Stored = { id: number; kind: 'inbound' | 'status'; fields: Record<string, string>; attempts: number };

export type Inbox = {
  /** There may be something new. */
  wake(): void;
  /** Resolves when all that is stored is understood. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** About so long one batch may hold the event loop; its size follows what the last one took. */
const batchMs = 8;
const largest = 500;
const mostAttempts = 5;

/** Understands what was stored, in its order; one that fails is tried again later and then kept with its error, never dropped. */
export function startInbox(world: World, onFailure: (error: unknown) => void): Inbox {
  let size = 20;
  let again = false;
  let stopped = false;
  let working: Promise<void> | null = null;

  const work = async () => {
    do {
      again = false;
      for (let more = true; more && !stopped;) {
        const began = performance.now();
        const done = await batch(world, size).catch((error: unknown) => {
          onFailure(error);
          return one(world, onFailure);
        });
        const tookMs = performance.now() - began;
        more = done === size || done < 0;
        if (done === size)
          size = Math.max(1, Math.min(largest, Math.round(size * Math.min(2, batchMs / Math.max(tookMs, 0.5)))));
        if (done !== 0) world.bus.poke();
        await breathe();
      }
    } while (again && !stopped);
  };

  const wake = () => {
    again = true;
    if (stopped || working) return;
    working = work()
      .catch(onFailure)
      .finally(() => {
        working = null;
        if (again && !stopped) wake();
      });
  };
  const timer = setInterval(wake, 1_000);
  timer.unref();
  wake();

  return {
    wake,
    idle: async () => {
      wake();
      while (working) await working;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}

const open = (tx: Transaction, limit: number) =>
  tx.all<{ id: number; kind: Stored['kind']; fields: string; attempts: number }>(sql`
    SELECT id, kind, fields, attempts FROM webhook_events INDEXED BY webhook_events_open
    WHERE processed_at IS NULL ORDER BY id LIMIT ${limit}`);

/** How many were understood in this transaction: all of them or none. Power that fails may take it back, and it is done again. */
async function batch(world: World, size: number): Promise<number> {
  const now = world.now();
  return world.db.write(async tx => {
    const rows = await open(tx, size);
    if (rows.length === 0) return 0;
    const keeper = countKeeper();
    const stored = rows.map(row => ({ ...row, fields: JSON.parse(row.fields) as Stored['fields'] }));
    const texts = stored.filter(({ kind }) => kind === 'inbound');
    for (const { fields } of await receiveReplies(tx, texts, keeper, now)) await receiveText(tx, fields, keeper, now);
    const callbacks = stored.filter(({ kind }) => kind === 'status').map(({ fields }) => fields);
    await receiveStatuses(tx, callbacks, keeper, now);
    await keeper.settle(tx);
    for (const { organizationId, campaignId } of keeper.touched()) {
      await emit(tx, organizationId, { type: 'conversationsChanged', campaignId }, now);
    }
    await tx.run(sql`UPDATE webhook_events SET processed_at = ${now}
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`);
    return rows.length;
  }, priority.bulk);
}

/** After a batch that failed: the next one alone, so that what is wrong with it stays its own. −1: go on. */
async function one(world: World, onFailure: (error: unknown) => void): Promise<number> {
  try {
    return (await batch(world, 1)) === 0 ? 0 : -1;
  } catch (error) {
    onFailure(error);
    const now = world.now();
    await world.db.write(async tx => {
      const [row] = await open(tx, 1);
      if (!row) return;
      const givenUp = row.attempts + 1 >= mostAttempts ? now : null;
      const name = error instanceof Error ? error.name : 'unknown';
      await tx.run(sql`UPDATE webhook_events SET attempts = attempts + 1, error = ${name}, processed_at = ${givenUp}
        WHERE id = ${row.id}`);
    });
    return -1;
  }
}
