import { sql } from 'drizzle-orm';
import { takeIds } from '@campaign-kit/server/contacts/take-ids';
import { moveCounts } from '@campaign-kit/server/conversations/move-counts';
import { coreClock } from './core-clock.ts';
import { generatedAt, phoneNumberOf } from './generate.ts';
import type { Bench } from './open-bench.ts';

/** No file has these people. */
const firstPerson = 60_000_000;
const atOnce = 20_000;

/**
 * Milliseconds that the database takes for so many new people in two statements out of a table, in the order of their phones:
 * nothing is read from a file, nobody is looked up, nothing is remembered on the way.
 */
export async function bareImport({ world: { db } }: Bench, campaignId: number, people: number): Promise<number> {
  await db.write(async tx => {
    await tx.run(sql`
      CREATE TABLE bench_people (phone INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, zip TEXT, external_id TEXT, custom TEXT)`);
    for (let from = 0; from < people; from += atOnce) {
      const rows = Array.from({ length: Math.min(atOnce, people - from) }, (_, n) => person(from + n));
      await tx.run(sql`
        INSERT INTO bench_people
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(${JSON.stringify(rows)})`);
    }
  });
  const list = sql`(SELECT id FROM contact_lists WHERE name = 'Bare')`;
  const [ids] = await db.write(async tx => {
    await tx.run(sql`
      INSERT INTO contact_lists (organization_id, name, columns, created_at) VALUES (1, 'Bare', '[]', ${generatedAt})`);
    await moveCounts(tx, campaignId, { needsMessage: people, unmessaged: people });
    return takeIds(tx, campaignId, people);
  });
  const began = coreClock();
  await db.write(async tx => {
    const { lastInsertRowid } = await tx.run(sql`
      INSERT INTO contacts (organization_id, contact_list_id, phone, first_name, last_name, zip, external_id, custom, created_at)
      SELECT 1, ${list}, phone, first_name, last_name, zip, external_id, custom, ${generatedAt} FROM bench_people ORDER BY phone`);
    const before = Number(lastInsertRowid) - people;
    await tx.run(sql`
      INSERT INTO conversations (id, organization_id, campaign_id, contact_id, phone, status, zone, last_at)
      SELECT ${(ids?.firstId ?? 0) - 1} + id - ${before}, 1, ${campaignId}, id, phone, 1, 20, ${generatedAt}
      FROM contacts WHERE id > ${before} ORDER BY id`);
  });
  const ms = coreClock() - began;
  await db.write(async tx => void (await tx.run(sql`DROP TABLE bench_people`)));
  return ms;
}

const person = (at: number) => [
  phoneNumberOf(firstPerson + at),
  `First${at % 997}`,
  `Lastname${at % 3571}`,
  `${10_000 + (at % 89_999)}`,
  `x${at}`,
  JSON.stringify({ City: `Springfield ${at % 500}`, Interest: 'river' }),
];
