import { sql } from 'drizzle-orm';
import { next, type Conversation, type Status } from '@campaign-kit/shared/conversation';
import { countDelta } from '@campaign-kit/shared/counts';
import { isLikelyOptOut } from '@campaign-kit/shared/opt-out-words';
import type { CountKeeper } from '../conversations/count-keeper.ts';
import { statusNumber } from '../db/columns.ts';
import type { Transaction } from '../db/open.ts';
import { inboundText, type InboundText } from './inbound-text.ts';
import type { Stored } from './process-webhooks.ts';

/** A conversation as far as a reply concerns it. */
type Row = {
  id: number;
  organizationId: number;
  campaignId: number;
  status: number;
  pass: number;
  texterId: number | null;
  waitingSince: number | null;
  lastMessagedAt: number | null;
  lastAt: number;
  replied: number;
  optedOut: number;
  escalated: number;
  undeliverable: number;
  newer: number;
  assistant: number;
};

/** Which text it is; whether it is kept already; the number that it came to; the conversation that it answers. */
type Matched = [at: number, known: number, phoneNumberId: number | null, row: Row | null];

type Changed = { row: Row; now: Conversation; likelyOptOut: boolean };

const statusOf = new Map(Object.entries(statusNumber).map(([word, number]) => [number, word as Status]));

/**
 * Plain replies of a batch in a handful of statements, thousands a second. Answers with what it left: keywords, the
 * assistant's conversations and what matches nothing are dealt with one by one.
 */
export async function receiveReplies(
  tx: Transaction,
  batch: readonly Stored[],
  keeper: CountKeeper,
  now: number,
): Promise<Stored[]> {
  const texts = batch.map(stored => (stored.kind === 'inbound' ? inboundText(stored.fields) : null));
  const special = new Set(texts.flatMap(text => (text?.keyword ? [text.from] : [])));
  const plain = texts.map(text => (text && !special.has(text.from) ? text : null));
  const found = await match(tx, plain);
  const changed = new Map<number, Changed>();
  const written: unknown[] = [];
  const told = new Set<string>();
  const left: Stored[] = [];
  batch.forEach((stored, at) => {
    const text = plain[at];
    const [, known = 0, phoneNumberId = null, row = null] = found.get(at) ?? [];
    if (text && (known || told.has(text.sid))) return;
    if (!text || !row || row.assistant) return void left.push(stored);
    told.add(text.sid);
    const before = changed.get(row.id)?.now ?? conversationOf(row);
    const after = next(before, { type: 'contactReplied', at: now });
    if (!after) return void left.push(stored);
    keeper.move(row.campaignId, countDelta(before, after));
    keeper.moveMessages(row.campaignId, [{ inbound: true, sendStatus: 'delivered', errorCode: 0, by: 1 }]);
    keeper.touch(row.organizationId, row.campaignId);
    const likelyOptOut = isLikelyOptOut(text.text) || changed.get(row.id)?.likelyOptOut === true;
    changed.set(row.id, { row, now: after, likelyOptOut });
    const media = text.media.length > 0 ? JSON.stringify(text.media) : null;
    written.push([
      row.organizationId,
      row.campaignId,
      row.id,
      text.text,
      text.segments,
      media,
      text.sid,
      phoneNumberId,
    ]);
  });
  if (written.length > 0) await write(tx, [...changed.values()], written, now);
  return left;
}

/** One statement finds what is known of every text: numbers and conversations as `matchText` finds them one by one. */
async function match(tx: Transaction, texts: readonly (InboundText | null)[]): Promise<Map<number, Matched>> {
  const asked = texts.flatMap((text, at) => (text ? [[at, text.sid, text.to, text.from]] : []));
  if (asked.length === 0) return new Map();
  const [answer] = await tx.all<{ found: string }>(sql`
    SELECT json_group_array(json_array(at, known, number_id, CASE WHEN c.id IS NOT NULL THEN json_object(
      'id', c.id, 'organizationId', c.organization_id, 'campaignId', c.campaign_id, 'status', c.status, 'pass', c.pass,
      'texterId', c.texter_id, 'waitingSince', c.waiting_since, 'lastMessagedAt', c.last_messaged_at, 'lastAt', c.last_at,
      'replied', c.replied, 'optedOut', c.opted_out, 'escalated', c.escalated, 'undeliverable', c.undeliverable,
      'newer', c.newer, 'assistant', c.assistant) END)) AS found
    FROM (
      SELECT r.value ->> 0 AS at, n.id AS number_id,
        EXISTS (SELECT 1 FROM messages WHERE service_sid = r.value ->> 1 AND service_sid IS NOT NULL) AS known,
        (SELECT c.id FROM conversations AS c INDEXED BY conversations_phone
          WHERE c.phone = r.value ->> 3 AND c.organization_id = n.organization_id
            AND (c.phone_number_id = n.id OR c.campaign_id = n.inbox_campaign_id OR (
              c.phone_number_id IS NULL AND c.last_messaged_at IS NOT NULL
              AND (SELECT phone_number_id FROM campaigns WHERE id = c.campaign_id) = n.id))
          ORDER BY c.phone_number_id IS NULL, ifnull(c.last_messaged_at, 0) DESC, c.id DESC LIMIT 1) AS conversation_id
      FROM json_each(${JSON.stringify(asked)}) AS r
      LEFT JOIN phone_numbers AS n INDEXED BY phone_numbers_phone ON n.phone = r.value ->> 2
    ) AS m LEFT JOIN conversations AS c ON c.id = m.conversation_id`);
  return new Map((JSON.parse(answer?.found ?? '[]') as Matched[]).map(row => [row[0], row]));
}

const conversationOf = (row: Row): Conversation => ({
  status: statusOf.get(row.status) as Status,
  pass: row.pass,
  texterId: row.texterId,
  waitingSince: row.waitingSince,
  lastMessagedAt: row.lastMessagedAt,
  replied: row.replied === 1,
  optedOut: row.optedOut === 1,
  escalated: row.escalated === 1,
  undeliverable: row.undeliverable === 1,
  newer: row.newer === 1,
});

async function write(
  tx: Transaction,
  changed: readonly Changed[],
  written: readonly unknown[],
  now: number,
): Promise<void> {
  const rows = changed.map(({ row, now: after, likelyOptOut }) => [
    row.id,
    statusNumber[after.status],
    after.waitingSince,
    Number(likelyOptOut),
  ]);
  await tx.run(sql`
    UPDATE conversations SET status = r.status, replied = 1, waiting_since = r.waiting_since, last_at = max(last_at, ${now}),
      likely_opt_out = max(likely_opt_out, r.likely), needs_attention = max(needs_attention, r.likely),
      operation_id = NULL, before_texter_id = NULL, before_status = NULL, before_pass = NULL, before_operation_id = NULL
    FROM (SELECT value ->> 0 AS id, value ->> 1 AS status, value ->> 2 AS waiting_since, value ->> 3 AS likely
      FROM json_each(${JSON.stringify(rows)})) AS r
    WHERE conversations.id = r.id`);
  await tx.run(sql`
    INSERT INTO messages (organization_id, campaign_id, conversation_id, inbound, text, segments, media, service_sid,
      phone_number_id, created_at)
    SELECT value ->> 0, value ->> 1, value ->> 2, 1, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, ${now}
    FROM json_each(${JSON.stringify(written)})`);
  const events = changed.map(({ row: { id, organizationId, campaignId } }) => [
    organizationId,
    { type: 'conversationChanged', conversationId: id, campaignId },
  ]);
  await tx.run(sql`
    INSERT INTO outbox (organization_id, event, created_at)
    SELECT value ->> 0, value -> 1, ${now} FROM json_each(${JSON.stringify(events)})`);
}
