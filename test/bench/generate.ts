import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { learnNames } from '@campaign-kit/server/contacts/learn-names';
import { migrate } from '@campaign-kit/server/db/migrate';
import type { World } from '@campaign-kit/server/world';
import { recount } from './recount.ts';

/** The instant that the data speaks of as now, and the campaign that has half of all conversations. */
export const generatedAt = Date.UTC(2026, 9, 13, 16);
export const largeCampaign = 10;
export const texters = 500;
/** Texters who hold nothing yet: assignments go to them. */
export const newTexters = 10;

const areas =
  `201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252
  253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323
  325 330 331 334 336 337`.split(/\s+/);
const numbers = areas.length * 8_000_000;

/** The phone of a person by number, as SQL over an expression: spread out, never twice, accepted by the import. */
export const phoneOf = (person: string): string =>
  `(10000000000 + ('[${areas.join()}]' ->> (${person} * 7368787 % ${numbers} % ${areas.length})) * 10000000
    + 2000000 + ${person} * 7368787 % ${numbers} / ${areas.length})`;

/** The same in JavaScript, for files to import. */
export function phoneNumberOf(person: number): number {
  const place = Number((BigInt(person) * 7_368_787n) % BigInt(numbers));
  return 1e10 + Number(areas[place % areas.length]) * 1e7 + 2e6 + Math.floor(place / areas.length);
}

/** The ids of each campaign: the large one has half, nineteen others share the rest. */
export function campaignRanges(rows: number): { campaignId: number; firstId: number; lastId: number }[] {
  const half = Math.floor(rows / 2);
  const each = Math.floor((rows - half) / 19);
  let firstId = 1;
  return Array.from({ length: 20 }, (_, at) => {
    const campaignId = at + 1;
    const size = campaignId === largeCampaign ? half : campaignId === 20 ? rows - firstId + 1 : each;
    const range = { campaignId, firstId, lastId: firstId + size - 1 };
    firstId += size;
    return range;
  });
}

/**
 * Fills a new file with one organization of twenty campaigns, the same each time. Rows live as in life: imported, then
 * dealt out, then messaged, so that pages and indexes are as full as they would be.
 */
export async function generate(file: string, rows: number): Promise<void> {
  const url = `file:${file}`;
  await migrate({ url });
  const client = createClient({ url, concurrency: 1 });
  const run = (statement: string) => client.execute(statement);
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -524288', 'foreign_keys = OFF']) {
    await run(`PRAGMA ${pragma}`);
  }
  const indexes = await withoutIndexes(run, ['contacts', 'messages']);
  const triggers = await withoutTriggers(run);
  await organization(run, rows);
  await importAll(run, rows);
  await dealAndMessage(run, rows);
  await writeMessages(run);
  for (const index of indexes) await run(index);
  await writeWords(run);
  for (const trigger of triggers) await run(trigger);
  await tag(run);
  await recount(drizzle(client), { keep: true });
  await run(`CREATE TABLE bench_rows AS SELECT id, texter_id, status, pass, newer FROM conversations ORDER BY id`);
  await run(`CREATE TABLE bench_counts AS SELECT * FROM campaign_counts`);
  const db = drizzle(client);
  // All at once and without a log: nobody else is here.
  await learnNames({ db: { read: db, write: (work: (tx: unknown) => unknown) => work(db) } } as unknown as World);
  await run('PRAGMA journal_mode = DELETE');
  client.close();
}

type Run = (statement: string) => Promise<{ rows: Record<string, unknown>[] }>;

const upTo = (count: number) => `WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < ${count})`;

/** Indexes are made after the rows; returns the statements that make them. */
async function withoutIndexes(run: Run, tables: string[]): Promise<string[]> {
  const names = tables.map(table => `'${table}'`).join();
  const { rows } = await run(
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${names})`,
  );
  for (const { name } of rows) await run(`DROP INDEX ${String(name)}`);
  return rows.map(({ sql }) => String(sql));
}

/** Words are written after the messages, in the order in which they are kept. */
async function withoutTriggers(run: Run): Promise<string[]> {
  const { rows } = await run(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`);
  for (const { name } of rows) await run(`DROP TRIGGER ${String(name)}`);
  return rows.map(({ sql }) => String(sql));
}

async function writeWords(run: Run): Promise<void> {
  await run(`INSERT INTO message_words (rowid, text)
    SELECT conversation_id * 8589934592 + id, text FROM messages ORDER BY conversation_id, id`);
}

/** One tag that an eighth of those who replied have, and one that few have. */
async function tag(run: Run): Promise<void> {
  await run(`INSERT INTO tags (id, organization_id, name, created_at)
    VALUES (1, 1, 'Volunteer', ${generatedAt}), (2, 1, 'Press', ${generatedAt})`);
  for (const [tagId, of] of [
    [1, 8],
    [2, 200],
  ]) {
    await run(`INSERT INTO conversation_tags (conversation_id, tag_id)
      SELECT id, ${tagId} FROM conversations WHERE replied = 1 AND (id * 2654435761 >> 5) % ${of} = 0`);
  }
}

async function organization(run: Run, rows: number): Promise<void> {
  const at = generatedAt - 30 * 86_400_000;
  await run(`INSERT INTO organizations (id, name, created_at) VALUES (1, 'Bench', ${at})`);
  await run(`${upTo(texters + newTexters + 1)} INSERT INTO users (id, organization_id, external_id, name, role, created_at)
    SELECT i, 1, 'u' || i, 'User ' || i, iif(i > ${texters + newTexters}, 'admin', 'texter'), ${at} FROM s`);
  for (const { campaignId, firstId, lastId } of campaignRanges(rows)) {
    await run(`INSERT INTO contact_lists (id, organization_id, name, columns, created_at)
      VALUES (${campaignId}, 1, 'List ${campaignId}', '["city","interest"]', ${at})`);
    await run(`INSERT INTO campaigns
        (id, organization_id, title, contact_list_id, time_zone, launched_at, created_at, updated_at)
      VALUES (${campaignId}, 1, 'Campaign ${campaignId} P1', ${campaignId}, 'America/New_York', ${at}, ${at}, ${at})`);
    await run(`INSERT INTO passes (campaign_id, number, script, created_at) VALUES (${campaignId}, 1, 'Hi', ${at})`);
    await run(`INSERT INTO conversation_blocks (first_id, last_id, next_id, campaign_id)
      VALUES (${firstId}, ${lastId}, ${lastId + 1}, ${campaignId})`);
  }
}

/** Every fifth row of the small campaigns is a person of the large one, so that phones meet again. */
async function importAll(run: Run, rows: number): Promise<void> {
  const at = generatedAt - 20 * 86_400_000;
  const large = campaignRanges(rows)[largeCampaign - 1]!;
  const half = large.lastId - large.firstId + 1;
  for (const { campaignId, firstId, lastId } of campaignRanges(rows)) {
    const place = campaignId < largeCampaign ? 'i - 1' : `i - 1 - ${half}`;
    const shared = `${large.firstId} + (${place}) / 5 * 196613 % ${half}`;
    const person = campaignId === largeCampaign ? 'i' : `iif((${place}) % 5 = 0, ${shared}, i)`;
    const people = `WITH RECURSIVE s(i) AS (SELECT ${firstId} UNION ALL SELECT i + 1 FROM s WHERE i < ${lastId}),
      p AS MATERIALIZED (SELECT i, ${person} AS person FROM s)`;
    await run(`${people} INSERT INTO contacts
        (id, organization_id, contact_list_id, phone, first_name, last_name, zip, external_id, custom, created_at)
      SELECT i, 1, ${campaignId}, ${phoneOf('person')}, 'First' || (i % 997), 'Lastname' || (i % 3571), 10000 + i % 89999,
        'x' || i, json_object('city', 'Springfield ' || (i % 500), 'interest', 'river'), ${at} FROM p`);
    await run(`${people} INSERT INTO conversations
        (id, organization_id, campaign_id, contact_id, phone, status, zone, last_at)
      SELECT i, 1, ${campaignId}, i, ${phoneOf('person')}, 1, 1 + (i * 31 >> 3) % 5, ${at} FROM p`);
  }
  for (const [fact, sign] of [
    ['newer', '>'],
    ['older', '<'],
  ]) {
    await run(`UPDATE conversations SET ${fact} = 1 WHERE id IN (
      SELECT a.id FROM conversations AS a CROSS JOIN conversations AS b INDEXED BY conversations_phone
      ON b.phone = a.phone AND b.campaign_id ${sign} a.campaign_id)`);
  }
}

/** 85 % sent, 15 % of those replied, 3 % opted out, a tenth messaged within 100 minutes; texters in blocks of 200 neighbours. */
async function dealAndMessage(run: Run, rows: number): Promise<void> {
  const sent = '((id * 2654435761) >> 7) % 1000 < 850';
  const facts = `WITH a AS (SELECT id, ${sent} AS sent, ((id * 320732737) >> 5) % 1000 AS r2,
      ((id * 69069 + 12345) >> 4) % 1000 AS r3, ((id * 1103515245) >> 9) % 1000 AS r4,
      ((id * 134775813) >> 8) % 1000 AS r6 FROM conversations NOT INDEXED),
    b AS (SELECT *, sent AND r2 < 150 AS rep, iif(r3 < 100, ${generatedAt} - id * 7919 % 6000000,
      ${generatedAt} - 7200000 - id * 104729 % 864000000) AS at FROM a)`;
  await run(`UPDATE conversations NOT INDEXED SET texter_id = 1 + id / 200 * 7 % ${texters}
    WHERE ${sent} OR id / 200 % 2 = 0`);
  for (let from = 1; from <= rows; from += 100_000) {
    await run(`${facts} UPDATE conversations NOT INDEXED SET
        status = CASE WHEN NOT sent THEN 1 WHEN NOT rep THEN 0 ELSE 2 + r4 % 3 END,
        waiting_since = iif(rep AND r4 % 3 = 0, at + 60000, NULL), last_messaged_at = iif(sent, at, NULL),
        last_at = CASE WHEN rep THEN at + 60000 WHEN sent THEN at ELSE last_at END, replied = rep, opted_out = r6 < 30,
        escalated = rep AND r4 < 50, texter_id = iif(rep AND r4 < 50, NULL, texter_id), undeliverable = sent AND r6 >= 985
      FROM b WHERE b.id = conversations.id AND b.id BETWEEN ${from} AND ${from + 99_999}`);
  }
}

/** What people answer: as different as is needed for words that few, some and many say. */
const answers = [
  'Yes',
  'No',
  'Who is this?',
  'I am on vacation',
  'Where is parking?',
  'Can my son come along?',
].flatMap((answer, at) =>
  ['', ' Thank you!', ' Please call me', ` I was number ${at} last year`].map(more => answer + more),
);
const said = `('${JSON.stringify(answers)}' ->> ((id * 31 >> 2) % ${answers.length}))`;

/** Three messages to everybody who was messaged, three or four more with those who replied. */
async function writeMessages(run: Run): Promise<void> {
  for (let number = 1; number <= 7; number++) {
    const inbound = number > 3 && number % 2 === 0;
    const who =
      number <= 3 ? 'last_messaged_at IS NOT NULL' : number < 7 ? 'replied = 1' : 'replied = 1 AND id % 2 = 0';
    await run(`INSERT INTO messages (organization_id, campaign_id, conversation_id, inbound, initial_of_pass, text,
        send_status, service_sid, user_id, created_at)
      SELECT 1, campaign_id, id, ${Number(inbound)}, ${number === 1 ? 1 : 'NULL'},
        ${inbound ? said : `'Hi, it is your neighbour with the food bank. Can you help us pack boxes on Saturday?'`},
        ${inbound ? 'NULL' : 'iif(undeliverable, 5, 4)'}, printf('SM%032x', id * 8 + ${number}), texter_id,
        last_at - ${(7 - number) * 60_000} FROM conversations NOT INDEXED WHERE ${who}`);
  }
  await run(`INSERT INTO message_counts SELECT campaign_id, inbound, ifnull(send_status, 0), 0, count(*)
    FROM messages GROUP BY 1, 2, 3`);
}
