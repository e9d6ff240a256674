import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keptAndRecounted } from '@campaign-kit/server/fixture/recount';
import { testServer } from '@campaign-kit/server/fixture/test-server';
import { campaignPlans } from './campaign-plans.ts';
import { seed } from './seed.ts';

/** The same campaigns with a twentieth of the people, on overlapping lists as in the whole. */
const few = campaignPlans.map(plan => ({
  ...plan,
  people: { from: Math.floor(plan.people.from / 20), count: Math.ceil(plan.people.count / 20) },
}));

async function seeded() {
  const server = await testServer();
  const made = await seed(server.world, ['http://localhost:4500'], few);
  if (!made) throw new Error('the database was not empty');
  const count = async (query: ReturnType<typeof sql>) => {
    const [row] = await server.db.read.all<{ count: number }>(sql`SELECT count(*) AS count FROM ${query}`);
    return row?.count;
  };
  return { ...server, ...made, count };
}

test('what is counted of a seeded campaign is what is there', async () => {
  const { db, campaigns, count } = await seeded();
  for (const { id } of campaigns) {
    const { kept, recounted } = await keptAndRecounted(db.read, id);
    expect(kept).toEqual(recounted);
  }
  const counted = sql`SELECT campaign_id, inbound, ifnull(send_status, 4), ifnull(error_code, 0), count(*)
    FROM messages GROUP BY 1, 2, 3, 4`;
  expect(await count(sql`(${counted} EXCEPT SELECT * FROM message_counts)`)).toBe(0);
});

test('the marks of newer and older campaigns and of opt-outs agree with the rows', async () => {
  const { count } = await seeded();
  const other = (sign: string) => sql`EXISTS (SELECT 1 FROM conversations AS o WHERE o.phone = c.phone
    AND o.organization_id = c.organization_id AND o.campaign_id ${sql.raw(sign)} c.campaign_id)`;
  expect(await count(sql`conversations AS c WHERE newer <> ${other('>')}`)).toBe(0);
  expect(await count(sql`conversations AS c WHERE older <> ${other('<')}`)).toBe(0);
  const optedOut = sql`EXISTS (SELECT 1 FROM opt_outs AS o WHERE o.phone = c.phone AND o.organization_id = c.organization_id)`;
  expect(await count(sql`conversations AS c WHERE opted_out <> ${optedOut}`)).toBe(0);
});

test('every thread fits the state of its conversation', async () => {
  const { count } = await seeded();
  const last = (what: string, where: string) =>
    sql.raw(`(SELECT max(created_at) FROM messages AS m WHERE m.conversation_id = c.id ${where}) AS ${what}`);
  const rows = sql`(SELECT c.*, ${last('outbound', 'AND inbound = 0')}, ${last('inbound', 'AND inbound = 1')}
    FROM conversations AS c) AS r`;
  expect(await count(sql`${rows} WHERE last_messaged_at IS NOT outbound OR replied <> (inbound IS NOT NULL)`)).toBe(0);
  expect(await count(sql`${rows} WHERE status = 2 AND waiting_since IS NOT inbound`)).toBe(0);
  expect(await count(sql`${rows} WHERE status = 1 AND inbound IS NOT NULL`)).toBe(0);
  expect(await count(sql`conversations WHERE escalated = 1 AND texter_id IS NOT NULL`)).toBe(0);
  expect(await count(sql`escalations WHERE reason LIKE 'Needs%' OR user_id IS NULL`)).toBe(0);
  const open = sql`SELECT conversation_id FROM escalations WHERE resolved_at IS NULL`;
  expect(await count(sql`conversations WHERE organization_id = 1 AND escalated <> (id IN (${open}))`)).toBe(0);
});

test('a second seed finds the first one and changes nothing', async () => {
  const { world, count } = await seeded();
  const before = await count(sql`conversations`);
  expect(await seed(world, [], few)).toBeNull();
  expect(await count(sql`conversations`)).toBe(before);
});
