import { sql } from 'drizzle-orm';
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
  /** Phones that other campaigns have too, and whose conversations there do not say so yet. */
  readonly toTell: number[];
};

/** One phone that the database knows: at which place of the chunk, and what of it. */
type Known = [at: number, id: number | null, status: number | null, newer: number, older: number, tell: number];

const unknown: Known = [0, null, null, 0, 0, 0];

/** Sorts a chunk by what is to be done with it. Opt-outs come first, so that no cut between chunks changes a count. */
export async function sortContacts(
  tx: Pick<Transaction, 'all'>,
  { organizationId, campaignId }: Pick<Destination, 'organizationId' | 'campaignId'>,
  contacts: readonly StagedContact[],
): Promise<Sorted> {
  const phones = JSON.stringify(contacts.map(({ phone }) => phone));
  const [optOuts, conversations] = [
    await one<number[]>(tx.all(optedOutAmong(organizationId, phones))),
    await one<Known[]>(tx.all(knownAmong(organizationId, campaignId, phones))),
  ];
  const optedOut = new Set(optOuts);
  const known = new Map(conversations.map(row => [row[0], row]));
  const seen = new Set<number>();
  const sorted: Sorted & { duplicates: number } = {
    fresh: [],
    revived: [],
    duplicates: 0,
    optedOut: optedOut.size,
    toTell: [],
  };
  contacts.forEach((contact, at) => {
    if (optedOut.has(at)) return;
    const [, conversationId, status, newer, older, tell] = known.get(at) ?? unknown;
    if (seen.has(contact.phone) || (conversationId !== null && status !== -1)) return void sorted.duplicates++;
    seen.add(contact.phone);
    const arrival = { contact, newer: newer === 1, older: older === 1 };
    if (conversationId === null) sorted.fresh.push(arrival);
    else sorted.revived.push({ ...arrival, conversationId });
    if (tell) sorted.toTell.push(contact.phone);
  });
  return sorted;
}

const optedOutAmong = (organizationId: number, phones: string) => sql`
  SELECT json_group_array(p.key) AS found FROM json_each(${phones}) AS p
  CROSS JOIN opt_outs AS o ON o.organization_id = ${organizationId} AND o.phone = p.value`;

/** `older` counts removed conversations too: an undo may bring them back, and `older` only says where to look. */
const knownAmong = (organizationId: number, campaignId: number, phones: string) => sql`
  SELECT json_group_array(json_array(at, id, status, newer, older, tell)) AS found FROM (
    SELECT p.key AS at,
      max(c.id) FILTER (WHERE c.campaign_id = ${campaignId}) AS id,
      max(c.status) FILTER (WHERE c.campaign_id = ${campaignId}) AS status,
      max(c.campaign_id > ${campaignId} AND c.status >= 0) AS newer,
      max(c.campaign_id < ${campaignId}) AS older,
      max((c.campaign_id < ${campaignId} AND c.newer = 0) OR (c.campaign_id > ${campaignId} AND c.older = 0)) AS tell
    FROM json_each(${phones}) AS p
    CROSS JOIN conversations AS c INDEXED BY conversations_phone ON c.phone = p.value
    WHERE c.organization_id = ${organizationId}
    GROUP BY p.key)`;

async function one<T>(rows: Promise<unknown[]>): Promise<T> {
  const [row] = (await rows) as { found: string }[];
  return JSON.parse(row?.found ?? '[]') as T;
}
