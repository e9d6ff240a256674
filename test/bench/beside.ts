import { sql } from 'drizzle-orm';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { coreClock } from './core-clock.ts';
import { generatedAt, largeCampaign } from './generate.ts';
import type { Bench } from './open-bench.ts';

/** What others felt while something ran, in ms. */
export type Felt = {
  /** The longest time that the event loop served nobody. */
  readonly stall: number;
  /** How long each list query took from when it was due. */
  readonly latencies: readonly number[];
};

const everyMs = 5;

/** Runs something, and beside it a small list query every 5 ms whether or not the last one has come back; or only watches. */
export async function beside<T>(
  bench: Bench,
  work: () => Promise<T>,
  { lists }: { lists: boolean },
): Promise<{ result: T; felt: Felt }> {
  const latencies: number[] = [];
  let stall = 0;
  let over = false;
  let last = coreClock();
  let due = last + everyMs;
  let page = 0;
  const asked: Promise<void>[] = [];
  const watch = async () => {
    while (!over) {
      await breathe();
      const now = coreClock();
      stall = Math.max(stall, now - last);
      last = now;
      for (; lists && due <= now; due += everyMs) asked.push(ask(due));
    }
    await Promise.all(asked);
  };
  const ask = async (dueAt: number) => {
    await list(bench, page++);
    latencies.push(coreClock() - dueAt);
  };
  const watching = watch();
  await sleep(40);
  latencies.length = 0;
  stall = 0;
  const result = await work();
  over = true;
  await watching;
  return { result, felt: { stall, latencies } };
}

/** Fifty conversations with their contacts, newest first from somewhere on, as one string. */
async function list({ world: { db } }: Bench, page: number): Promise<void> {
  const before = generatedAt - ((page * 7_919_000) % 500_000_000);
  await db.read.all(sql`
    SELECT json_group_array(json_object('id', c.id, 'first', p.first_name, 'last', p.last_name, 'phone', c.phone,
      'status', c.status, 'texter', c.texter_id, 'lastAt', c.last_at)) AS page
    FROM (SELECT * FROM conversations INDEXED BY conversations_campaign
      WHERE campaign_id = ${largeCampaign} AND last_at < ${before} AND status >= 0 ORDER BY last_at DESC LIMIT 50) AS c
    JOIN contacts AS p ON p.id = c.contact_id`);
}
