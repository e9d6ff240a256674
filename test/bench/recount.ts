import { sql } from 'drizzle-orm';
import { statusNumber } from '@campaign-kit/server/db/columns';
import type { Reader } from '@campaign-kit/server/db/open';
import { campaignCounts } from '@campaign-kit/server/db/schema/campaigns';
import type { Status } from '@campaign-kit/shared/conversation';
import { counters, countersOf, type Counts } from '@campaign-kit/shared/counts';

type Group = {
  campaignId: number;
  status: number;
  pass: number;
  held: number;
  optedOut: number;
  escalated: number;
  n: number;
};

/** The counts of every campaign made anew from its rows; says which kept ones differ, and with `keep` replaces them. */
export async function recount(
  db: Pick<Reader, 'all' | 'select' | 'insert' | 'delete'>,
  { keep = false } = {},
): Promise<string[]> {
  const groups = await db.all<Group>(sql`
    SELECT campaign_id AS campaignId, status, iif(pass > 1, 2, 1) AS pass, texter_id IS NOT NULL AS held,
      opted_out AS optedOut, escalated, count(*) AS n
    FROM conversations NOT INDEXED GROUP BY 1, 2, 3, 4, 5, 6`);
  const counts = new Map<number, Counts>();
  for (const group of groups) {
    const found = counts.get(group.campaignId) ?? zeros();
    for (const counter of countersOf(conversationOf(group))) found[counter] += group.n;
    counts.set(group.campaignId, found);
  }
  if (keep) {
    await db.delete(campaignCounts);
    await db.insert(campaignCounts).values([...counts].map(([campaignId, found]) => ({ campaignId, ...found })));
  }
  const kept = new Map((await db.select().from(campaignCounts)).map(row => [row.campaignId, row]));
  return [...counts].flatMap(([campaignId, found]) =>
    counters
      .filter(counter => kept.get(campaignId)?.[counter] !== found[counter])
      .map(
        counter => `campaign ${campaignId} ${counter}: kept ${kept.get(campaignId)?.[counter]}, is ${found[counter]}`,
      ),
  );
}

const zeros = () => Object.fromEntries(counters.map(counter => [counter, 0])) as Counts;
const words = Object.keys(statusNumber) as Status[];

const conversationOf = (group: Group) => ({
  status: words.find(word => statusNumber[word] === group.status) as Status,
  pass: group.pass,
  texterId: group.held ? 1 : null,
  waitingSince: null,
  lastMessagedAt: null,
  replied: false,
  optedOut: group.optedOut === 1,
  escalated: group.escalated === 1,
  undeliverable: false,
  newer: false,
});
