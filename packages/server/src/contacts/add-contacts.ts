import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { moveCounts } from '../conversations/move-counts.ts';
import type { Transaction } from '../db/open.ts';
import type { Chunk } from './batch.ts';
import { sortContacts, type Arrival, type Destination, type Sorted } from './sort-contacts.ts';
import { takeIds, type Ids } from './take-ids.ts';

/**
 * Puts contacts on the list and on the campaign; who is there already or opted out is left out. Says how many of each. Between
 * two statements the event loop serves others; `atOnce`: how many rows one statement deals with at most.
 */
export async function addContacts(
  tx: Transaction,
  to: Destination,
  { contacts, rowsOf }: Pick<Chunk, 'contacts' | 'rowsOf'>,
  { now, atOnce }: { now: number; atOnce: number },
): Promise<{ imported: number; revived: number; duplicates: number; optedOut: number }> {
  if (contacts.length === 0) return { imported: 0, revived: 0, duplicates: 0, optedOut: 0 };
  const { fresh, revived, duplicates, optedOut, haveNewer, haveOlder } = await sortContacts(tx, to, contacts, atOnce);
  await breathe();
  let taken = 0;
  for (const { firstId, count } of inPieces(await takeIds(tx, to.campaignId, fresh.length), atOnce)) {
    const arrivals = fresh.slice(taken, taken + count);
    const firstContactId = await writeContacts(tx, to, rowsOf(contactsOf(arrivals)), count, now, unlessThere);
    await breathe();
    await writeConversations(tx, to, arrivals, firstId, now, firstContactId);
    await breathe();
    taken += count;
  }
  if (revived.length > 0) {
    await writeContacts(tx, to, rowsOf(contactsOf(revived)), revived.length, now, asInFile);
    await revive(tx, to, revived, now);
  }
  await tell(tx, sql`newer = 1`, haveNewer);
  await tell(tx, sql`older = 1`, haveOlder);
  await breathe();
  const added = fresh.length + revived.length;
  await moveCounts(tx, to.campaignId, { needsMessage: added, unmessaged: added, removed: -revived.length });
  return { imported: fresh.length, revived: revived.length, duplicates, optedOut };
}

function* inPieces(all: readonly Ids[], atOnce: number): Generator<Ids, void> {
  for (const { firstId, count } of all) {
    for (let from = 0; from < count; from += atOnce) {
      yield { firstId: firstId + from, count: Math.min(atOnce, count - from) };
    }
  }
}

const contactsOf = (arrivals: readonly Arrival[]) => arrivals.map(({ contact }) => contact);

type OnConflict = { readonly insert: SQL; readonly otherwise: SQL };

/** Not ON CONFLICT DO NOTHING, which seeks the place in the index twice: a microsecond for each row. */
const unlessThere: OnConflict = { insert: sql`INSERT OR IGNORE`, otherwise: sql`` };

const asInFile: OnConflict = {
  insert: sql`INSERT`,
  otherwise: sql`ON CONFLICT (contact_list_id, phone) DO UPDATE SET first_name = excluded.first_name,
    last_name = excluded.last_name, zip = excluded.zip, external_id = excluded.external_id, custom = excluded.custom`,
};

/**
 * Writes contacts. If all of them were new their ids are neighbours, and the first is returned; null otherwise. LIMIT -1, here and
 * below, keeps the query within apart: as one with the outer it would fetch the row anew for each of its columns.
 */
async function writeContacts(
  tx: Transaction,
  { organizationId, contactListId }: Destination,
  rows: Uint8Array,
  count: number,
  now: number,
  { insert, otherwise }: OnConflict,
): Promise<number | null> {
  const { rowsAffected, lastInsertRowid } = await tx.run(sql`
    ${insert} INTO contacts
      (organization_id, contact_list_id, phone, first_name, last_name, zip, external_id, custom, created_at)
    SELECT ${organizationId}, ${contactListId}, json_extract(row, '$[0]'), json_extract(row, '$[1]'), json_extract(row, '$[2]'),
      json_extract(row, '$[3]'), json_extract(row, '$[4]'), json_extract(row, '$[5]'), ${now}
    FROM (SELECT value AS row FROM json_each(${rows}) LIMIT -1) WHERE row IS NOT NULL ${otherwise}`);
  if (lastInsertRowid === undefined || rowsAffected !== count) return null;
  return Number(lastInsertRowid) - count + 1;
}

/**
 * Each conversation finds its contact by the neighbouring id where that is known, else by the phone. OR FAIL: a failure takes
 * the whole transaction back anyhow, so the database need not keep each page as it was before the statement.
 */
async function writeConversations(
  tx: Transaction,
  { organizationId, campaignId, contactListId }: Destination,
  arrivals: readonly Arrival[],
  firstId: number,
  now: number,
  firstContactId: number | null,
): Promise<void> {
  const facts = ({ contact, newer, older }: Arrival) => contact.zone * 4 + Number(newer) * 2 + Number(older);
  const [rows, columns, contact] =
    firstContactId === null
      ? [
          arrivals.map(arrival => [facts(arrival), arrival.contact.phone]),
          sql`value ->> 0 AS fact, value ->> 1 AS phone`,
          sql`INDEXED BY contacts_phone ON c.contact_list_id = ${contactListId} AND c.phone = r.phone`,
        ]
      : [arrivals.map(facts), sql`value AS fact`, sql`ON c.id = ${firstContactId} + r.nth`];
  await tx.run(sql`
    INSERT OR FAIL INTO conversations
      (id, organization_id, campaign_id, contact_id, phone, status, zone, last_at, newer, older)
    SELECT ${firstId} + r.nth, ${organizationId}, ${campaignId}, c.id, c.phone, 1, r.fact >> 2, ${now}, (r.fact >> 1) & 1, r.fact & 1
    FROM (SELECT key AS nth, ${columns} FROM json_each(${JSON.stringify(rows)}) LIMIT -1) AS r CROSS JOIN contacts AS c ${contact}`);
}

/** As if new: whoever had them, what they were marked with and what an undo would give back is gone. */
async function revive(tx: Transaction, to: Destination, revived: Sorted['revived'], now: number): Promise<void> {
  const rows = revived.map(({ contact, conversationId, newer, older }) => [
    conversationId,
    contact.zone,
    Number(newer),
    Number(older),
  ]);
  await tx.run(sql`
    UPDATE conversations SET status = 1, pass = 1, texter_id = NULL, zone = r.zone, newer = r.newer, older = r.older,
      last_at = ${now}, waiting_since = NULL, opted_out = 0, escalated = 0, needs_attention = 0, assistant = 0,
      operation_id = NULL, before_texter_id = NULL, before_status = NULL, before_pass = NULL, before_operation_id = NULL,
      contact_id = (SELECT c.id FROM contacts AS c
        WHERE c.contact_list_id = ${to.contactListId} AND c.phone = conversations.phone)
    FROM (SELECT value ->> 0 AS id, value ->> 1 AS zone, value ->> 2 AS newer, value ->> 3 AS older
      FROM json_each(${JSON.stringify(rows)})) AS r
    WHERE conversations.id = r.id AND conversations.campaign_id = ${to.campaignId}`);
}

/** The same phones on campaigns before and after this one learn of it; an operation's claim to the row stays. */
async function tell(tx: Transaction, fact: SQL, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(sql`
    UPDATE conversations SET ${fact} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
}
