import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { appRouter } from '@campaign-kit/server/api';
import { openDatabase, priority } from '@campaign-kit/server/db/open';
import { createBus } from '@campaign-kit/server/realtime/bus';
import { createCallerFactory } from '@campaign-kit/server/trpc/trpc';
import type { World } from '@campaign-kit/server/world';
import { granted } from '@campaign-kit/shared/scopes';
import { generatedAt, newTexters, texters } from './generate.ts';

export type Bench = Awaited<ReturnType<typeof openBench>>;

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;
const createCaller = createCallerFactory(appRouter);

/** The real world and all procedures over a copy of the base, with a clock that stands still until it is let go. */
export async function openBench(file: string) {
  const url = `file:${file}`;
  const db = await openDatabase({ url });
  const janitor = createClient({ url, concurrency: 1, timeout: 1_000 });
  let letGoAt: number | null = null;
  const now = () => generatedAt + (letGoAt === null ? 0 : Math.floor(performance.now() - letGoAt));
  const world: World = { db, now, bus: createBus(), sms: null };
  const session = {
    organizationId: 1,
    userId: texters + newTexters + 1,
    role: 'admin' as const,
    elements: null,
    scopes: granted('admin', null),
    origin: 'https://crm.example',
    tokenId: randomUUID(),
    issuedAt: generatedAt,
    expiresAt: generatedAt + 86_400_000,
  };
  const caller = createCaller({ ...world, session, refusal: null, requestId: 'bench', headers: new Headers() });

  /** Nothing is left in the log, the thread that empties it rests, and no garbage waits. */
  async function quiet(): Promise<void> {
    for (let full = true; full;) {
      const { rows } = await janitor.execute('PRAGMA wal_checkpoint(RESTART)');
      full = Number(rows[0]?.busy) !== 0 || Number(rows[0]?.log) !== Number(rows[0]?.checkpointed);
      await sleep(70);
    }
    collectGarbage();
    await sleep(20);
  }

  /** Every row is again as it was generated, and after that as `given` says. */
  async function restore(given?: (world: World) => Promise<void>): Promise<void> {
    letGoAt = null;
    await db.write(async tx => {
      await tx.run(sql`
        UPDATE conversations SET texter_id = b.texter_id, status = b.status, pass = b.pass, newer = b.newer,
          operation_id = NULL, before_texter_id = NULL, before_status = NULL, before_pass = NULL
        FROM bench_rows AS b WHERE b.id = conversations.id AND (conversations.operation_id IS NOT NULL
          OR conversations.texter_id IS NOT b.texter_id OR conversations.status <> b.status
          OR conversations.pass <> b.pass OR conversations.newer <> b.newer)`);
      await tx.run(sql`DELETE FROM campaign_counts`);
      await tx.run(sql`INSERT INTO campaign_counts SELECT * FROM bench_counts`);
    }, priority.bulk);
    await given?.(world);
    await quiet();
  }

  return {
    world,
    session,
    caller,
    quiet,
    restore,
    /** From now on the clock goes; before, all that asks sees the instant of the data. */
    letClockGo: () => void (letGoAt = performance.now()),
    close: async () => {
      janitor.close();
      await db.close();
    },
  };
}
