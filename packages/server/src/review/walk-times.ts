import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Times } from '../conversations/condition.ts';
import { during, type Short } from './short-time.ts';
import { isOfCampaigns, type Sought } from './sought.ts';
import { nextStep } from './step.ts';
import type { Visit } from './walk.ts';

/** Goes through the rows of these times, from the oldest on and in steps of some milliseconds. */
export async function walkTimes(sought: Sought, { index, key, times, atOnce }: Short, visit: Visit): Promise<void> {
  const { read, campaignIds, conditions } = sought;
  const others = [isOfCampaigns(campaignIds), ...conditions.filter(one => !one.times).map(({ each }) => each)];
  const through = sql`INDEXED BY ${index}`;
  let [at, id, size] = [times.from, 0, atOnce];
  while (at < times.to) {
    // Many may be of one instant, that of their import: these are gone through by their ids.
    const [end] = await read.all<{ at: number; id: number }>(sql`
      SELECT last_at AS at, id FROM conversations ${through} WHERE ${key} AND ${id ? sql`conversations.last_at = ${at} AND conversations.id >= ${id}` : during({ ...times, from: at })}
      ORDER BY last_at, id LIMIT 1 OFFSET ${size}`);
    const isHere = slice(at, id, end ?? null, times);
    const began = performance.now();
    if ((await visit(sql.join([key, isHere, ...others], sql` AND `), through)) === 'enough') return;
    const tookMs = performance.now() - began;
    if (end) [at, id] = end.at === at ? [at, end.id] : [end.at, 0];
    else [at, id] = id ? [at + 1, 0] : [times.to, 0];
    size = nextStep(size, tookMs);
    await breathe();
  }
}

function slice(at: number, id: number, end: { at: number; id: number } | null, times: Times): SQL {
  if (!id && end?.at !== at) return during({ from: at, to: end?.at ?? times.to });
  return sql`conversations.last_at = ${at} AND conversations.id >= ${id} AND conversations.id < ${end?.id ?? Number.MAX_SAFE_INTEGER}`;
}
