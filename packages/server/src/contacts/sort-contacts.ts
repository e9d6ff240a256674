import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from '../db/open.ts';
import type { StagedContact } from './staged-contacts.ts';

/** Where contacts go: a campaign of an organization, and the list behind it. */
export type Destination = {
  readonly organizationId: number;
  readonly campaignId: number;
  readonly contactListId: number;
};

/** A contact that gets a conversation, with what other campaigns of the organization know of the phone. */
export type Arrival = { readonly contact: StagedContact; readonly newer: boolean; readonly older: boolean };

export type Sorted = {
  readonly fresh: Arrival[];
  /** Deleted from this campaign before. */
  readonly revived: (Arrival & { readonly conversationId: number })[];
  readonly duplicates: number;
  readonly optedOut: number;
  /** Conversations of other campaigns with these phones that do not say yet that a newer, or an older one has it too. */
  readonly haveNewer: number[];
  readonly haveOlder: number[];
};

/** One phone that the database knows: at which place of those asked about, and what of it. */
type Known = [
  at: number,
  optedOut: number,
  id: number | null,
  status: number | null,
  newer: number,
  older: number,
  haveNewer: readonly number[],
  haveOlder: readonly number[],
];

/** Sorts a chunk by what is to be done with it. Opt-outs come first, so that no cut between chunks changes a count. */
export async function sortContacts(
  tx: Pick<Transaction, 'all'>,
  { organizationId, campaignId }: Pick<Destination, 'organizationId' | 'campaignId'>,
  contacts: readonly StagedContact[],
  atOnce = contacts.length,
): Promise<Sorted> {
  const known = new Map<number, Known>();
  for (let from = 0; from < contacts.length; from += atOnce) {
    const phones = JSON.stringify(contacts.slice(from, from + atOnce).map(({ phone }) => phone));
    const [answer] = await tx.all<{ found: string }>(knownAmong(organizationId, campaignId, phones));
    for (const row of JSON.parse(answer?.found ?? '[]') as Known[]) known.set(from + row[0], row);
    await breathe();
  }
  const seen = new Set<number>();
  const sorted: Sorted & { duplicates: number; optedOut: number } = {
    fresh: [],
    revived: [],
    duplicates: 0,
    optedOut: 0,
    haveNewer: [],
    haveOlder: [],
  };
  contacts.forEach((contact, at) => {
    const row = known.get(at);
    if (row?.[1]) return void sorted.optedOut++;
    if (seen.has(contact.phone)) return void sorted.duplicates++;
    if (!row) {
      seen.add(contact.phone);
      return void sorted.fresh.push({ contact, newer: false, older: false });
    }
    const [, , conversationId, status, newer, older, haveNewer, haveOlder] = row;
    if (conversationId !== null && status !== -1) return void sorted.duplicates++;
    seen.add(contact.phone);
    const arrival = { contact, newer: newer === 1, older: older === 1 };
    if (conversationId === null) sorted.fresh.push(arrival);
    else sorted.revived.push({ ...arrival, conversationId });
    sorted.haveNewer.push(...haveNewer);
    sorted.haveOlder.push(...haveOlder);
  });
  return sorted;
}

/** `older` counts removed conversations too: an undo may bring them back, and `older` only says where to look. */
const knownAmong = (organizationId: number, campaignId: number, phones: string) => sql`
  SELECT json_group_array(json_array(at, opted_out, id, status, newer, older, json(have_newer), json(have_older))) AS found FROM (
    SELECT p.key AS at, o.phone IS NOT NULL AS opted_out,
      max(c.id) FILTER (WHERE c.campaign_id = ${campaignId}) AS id,
      max(c.status) FILTER (WHERE c.campaign_id = ${campaignId}) AS status,
      max(c.campaign_id > ${campaignId} AND c.status >= 0) AS newer,
      max(c.campaign_id < ${campaignId}) AS older,
      json_group_array(c.id) FILTER (WHERE c.campaign_id < ${campaignId} AND c.newer = 0) AS have_newer,
      json_group_array(c.id) FILTER (WHERE c.campaign_id > ${campaignId} AND c.older = 0) AS have_older
    FROM json_each(${phones}) AS p
    LEFT JOIN opt_outs AS o ON o.organization_id = ${organizationId} AND o.phone = p.value
    LEFT JOIN conversations AS c INDEXED BY conversations_phone
      ON c.phone = p.value AND c.organization_id = ${organizationId}
    WHERE c.id IS NOT NULL OR o.phone IS NOT NULL
    GROUP BY p.key)`;
