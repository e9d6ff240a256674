import { sql, type SQL } from 'drizzle-orm';
import { isDearToAsk, type Times } from '../conversations/condition.ts';
import type { Sought } from './sought.ts';

/** A range of an index of instants: `key` is what stands before them in it; `atOnce`: so many rows are looked at first. */
export type Short = { readonly index: SQL; readonly key: SQL; readonly times: Times; readonly atOnce: number };

/** A row that is found through the index costs so many times what it does when all are read one after the other. */
const dearer = 5;

/** The times of a filter, where they leave so few rows that looking at these is faster than at all `ids` that there are. */
export async function shortTime(sought: Omit<Sought, 'few' | 'short'>, ids: number): Promise<Short | null> {
  const { read, conditions } = sought;
  const times = conditions.find(one => one.times)?.times;
  if (!times || conditions.some(isDearToAsk)) return null;
  const { index, key } = indexOf(sought);
  const most = Math.floor(ids / dearer);
  const [row] = await read.all<{ newest: number | null; rows: number }>(sql`
    SELECT (SELECT last_at FROM conversations INDEXED BY ${index} WHERE ${key} ORDER BY last_at DESC LIMIT 1) AS newest,
      (SELECT count(*) FROM (SELECT 1 FROM conversations INDEXED BY ${index} WHERE ${key} AND ${during(times)}
        LIMIT ${most + 1})) AS rows`);
  if (!row || row.newest === null || row.rows > most) return null;
  // What is written to while they are gone through goes behind the end, and is not met twice.
  return { index, key, times: { from: times.from, to: Math.min(times.to, row.newest + 1) }, atOnce: 8_192 };
}

export const during = ({ from, to }: Times): SQL =>
  sql`conversations.last_at >= ${from} AND conversations.last_at < ${to}`;

function indexOf({ organizationId, campaignIds }: Pick<Sought, 'organizationId' | 'campaignIds'>) {
  const [campaignId, others] = campaignIds;
  return campaignId === undefined || others !== undefined
    ? { index: sql`conversations_recent`, key: sql`conversations.organization_id = ${organizationId}` }
    : { index: sql`conversations_campaign`, key: sql`conversations.campaign_id = ${campaignId}` };
}
