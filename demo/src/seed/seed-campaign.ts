import { countersOf, type Counter } from '@campaign-kit/shared/counts';
import { fillScript } from '@campaign-kit/shared/script';
import { sendStatusNumber, statusNumber } from '@campaign-kit/server/db/columns';
import { campaignCounts } from '@campaign-kit/server/db/schema/campaigns';
import type { World } from '@campaign-kit/server/world';
import type { CampaignPlan } from './campaign-plans.ts';
import { conversationOf, type Scene } from './conversation-of.ts';
import { createCampaign, type CampaignIds } from './create-campaign.ts';
import { insertRows, type Columns } from './insert-rows.ts';
import type { Organization } from './organization.ts';
import { segmentsOf } from './segments-of.ts';

/** What a seeded campaign leaves for the history. */
export type SeededCampaign = { id: number; title: string; marked: number; lastId: number };

type Texter = Organization['users'][number];
type Conversation = ReturnType<typeof conversationOf>;

/** One campaign with its list, conversations, threads and kept counts. `markId`: the operation that marked its second pass. */
export async function seedCampaign(
  { db, ...world }: World,
  organization: Organization,
  scene: Scene,
  campaign: number,
  markId: number,
): Promise<SeededCampaign> {
  const plan = scene.plans[campaign] as CampaignPlan;
  const ids = await createCampaign({ db, ...world }, organization, plan);
  const { campaignId } = ids;
  const texters = organization.users.filter(user => user.role === 'texter' && !user.suspended);
  const counts: Partial<Record<Counter, number>> = {};
  const messageCounts = new Map<string, number>();
  let marked = 0;

  for (let first = 0; first < plan.people.count; first += portion) {
    const size = Math.min(portion, plan.people.count - first);
    const found = Array.from({ length: size }, (_, at) => conversationOf(scene, campaign, first + at));
    const rows = found.map(c => ({ c, texter: c.texter === null ? null : (texters[c.texter] as Texter) }));
    for (const { c, texter } of rows) {
      if (c.state.pass > 1) marked++;
      const counted = countersOf({ ...c.state, texterId: texter?.id ?? null, newer: c.newer });
      for (const counter of counted) counts[counter] = (counts[counter] ?? 0) + 1;
      for (const { sendStatus, errorCode } of c.thread) {
        const key = [+(sendStatus === null), sendStatusNumber[sendStatus ?? 'delivered'], errorCode ?? 0].join();
        messageCounts.set(key, (messageCounts.get(key) ?? 0) + 1);
      }
    }
    const here = columnsOf(organization.id, ids, first, plan, scene.now, markId);
    await insertRows(db, 'contacts', here.contacts, found.map(contactCells));
    await insertRows(
      db,
      'conversations',
      here.conversations,
      rows.map(({ c, texter }) => conversationCells(c, texter)),
    );
    const messages = found.flatMap((c, at) => c.thread.map(message => messageCells(message, at, c, plan, texters)));
    await insertRows(db, 'messages', here.messages, messages);
    const stops = found.flatMap(c => (c.optedOutAt === null ? [] : [[c.person.phone, c.optedOutAt]]));
    await insertRows(db, 'opt_outs', here.optOuts, stops);
  }
  await db.write(async tx => void (await tx.insert(campaignCounts).values({ campaignId, ...counts })));
  const kept = { campaign_id: campaignId, inbound: 'c0', send_status: 'c1', error_code: 'c2', count: 'c3' };
  const countRows = [...messageCounts].map(([key, count]) => [...key.split(',').map(Number), count]);
  await insertRows(db, 'message_counts', kept, countRows);
  return { id: campaignId, title: plan.title, marked, lastId: ids.conversationId(plan.people.count - 1) };
}

/** So many conversations are made up between two statements. */
const portion = 1_000;

const badNumbers = [null, 30_005, 30_006];

function contactCells({ person }: Conversation) {
  const { phone, firstName, lastName, zip, custom } = person;
  return [phone, firstName, lastName, zip, JSON.stringify(custom)];
}

function conversationCells(c: Conversation, texter: Texter | null) {
  const { state } = c;
  const facts = [state.replied, c.newer, c.older, state.optedOut, state.escalated, state.undeliverable, c.onlyMarked];
  const packed = facts.reduce(
    (sum, fact, at) => sum + (fact ? 64 << at : 0),
    statusNumber[state.status] * 8 + state.pass,
  );
  return [c.person.phone, texter?.id ?? null, packed, state.waitingSince, state.lastMessagedAt, c.lastAt];
}

function messageCells(
  message: Conversation['thread'][number],
  at: number,
  c: Conversation,
  { scripts }: CampaignPlan,
  texters: readonly Texter[],
) {
  const { initialOfPass: pass, sendStatus, errorCode } = message;
  const writer = message.texter === null ? null : (texters[message.texter] as Texter);
  const fields = { firstName: c.person.firstName, texterFirstName: writer?.name.split(' ')[0] ?? '' };
  const text = message.said ?? fillScript(scripts[(pass ?? 1) - 1] ?? '', fields);
  const delivery = sendStatus === null ? 0 : sendStatusNumber[sendStatus];
  const packed = (pass ?? 0) + delivery * 4 + badNumbers.indexOf(errorCode) * 32 + segmentsOf(text) * 128;
  return [at, packed, text, writer?.id ?? null, message.at];
}

/** How the cells become rows: small numbers and facts come packed into one. */
function columnsOf(
  organizationId: number,
  { campaignId, contactListId, firstContactId, conversationId }: CampaignIds,
  first: number,
  plan: CampaignPlan,
  now: number,
  markId: number,
): Record<'contacts' | 'conversations' | 'messages' | 'optOuts', Columns> {
  const fact = (at: number) => `c2 >> ${6 + at} & 1`;
  const ifMarked = (what: string | number) => `CASE WHEN ${fact(6)} THEN ${what} END`;
  return {
    contacts: {
      id: `${firstContactId + first} + key`,
      organization_id: organizationId,
      contact_list_id: contactListId,
      phone: 'c0',
      first_name: 'c1',
      last_name: 'c2',
      zip: 'c3',
      external_id: `'NSO-' || (${100_000 + plan.people.from + first} + key)`,
      custom: 'c4',
      created_at: now - plan.createdDaysAgo * 86_400_000,
    },
    conversations: {
      id: `${conversationId(first)} + key`,
      organization_id: organizationId,
      campaign_id: campaignId,
      contact_id: `${firstContactId + first} + key`,
      phone: 'c0',
      texter_id: 'c1',
      status: 'c2 >> 3 & 7',
      pass: 'c2 & 7',
      waiting_since: 'c3',
      last_messaged_at: 'c4',
      last_at: 'c5',
      replied: fact(0),
      newer: fact(1),
      older: fact(2),
      opted_out: fact(3),
      escalated: fact(4),
      undeliverable: fact(5),
      operation_id: ifMarked(markId),
      before_texter_id: ifMarked('c1'),
      before_status: ifMarked(statusNumber.messaged),
      before_pass: ifMarked(1),
    },
    messages: {
      organization_id: organizationId,
      campaign_id: campaignId,
      conversation_id: `${conversationId(first)} + c0`,
      inbound: `c1 >> 2 & 7 = 0`,
      initial_of_pass: `nullif(c1 & 3, 0)`,
      text: 'c2',
      segments: `c1 >> 7`,
      send_status: `nullif(c1 >> 2 & 7, 0)`,
      error_code: `CASE c1 >> 5 & 3 WHEN 1 THEN ${badNumbers[1]} WHEN 2 THEN ${badNumbers[2]} END`,
      user_id: 'c3',
      created_at: 'c4',
    },
    optOuts: { organization_id: organizationId, phone: 'c0', reason: `'reply'`, created_at: 'c1' },
  };
}
