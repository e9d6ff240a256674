import { sql } from 'drizzle-orm';
import type { ReviewStatus } from '@campaign-kit/shared/review-filter';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import { smsError, type SmsReason } from '@campaign-kit/shared/sms-errors';
import { sendStatusOf, statusOf } from '../db/columns.ts';
import type { Reader } from '../db/open.ts';

/** One row of the list: a conversation with all that is shown of it. */
export type ReviewRow = {
  id: number;
  campaign: { id: number; title: string; archived: boolean };
  contact: { firstName: string; lastName: string; phone: number };
  status: ReviewStatus;
  texter: { id: number; name: string } | null;
  assistant: boolean;
  /** Of the first unanswered reply; null when nothing waits. */
  waitingSince: number | null;
  lastAt: number;
  lastMessage: { text: string; inbound: boolean; sendStatus: SendStatus | null; reason: SmsReason | null } | null;
  tags: { id: number; name: string }[];
  optedOut: boolean;
  escalated: boolean;
  needsAttention: boolean;
  likelyOptOut: boolean;
  /** The open one: why, by whom (null: not by a person), and when. */
  escalation: { reason: string; by: { id: number; name: string } | null; at: number } | null;
};

/** As much of the last message as a row can show. */
const shownText = 300;

type Found = Omit<ReviewRow, 'status' | 'lastMessage'> & {
  status: number;
  lastMessage: { text: string; inbound: boolean; sendStatus: number | null; errorCode: number | null } | null;
};

/** The rows of these conversations, in this order. One that is gone is left out. */
export async function describeRows(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  ids: readonly number[],
): Promise<ReviewRow[]> {
  if (ids.length === 0) return [];
  const [row] = await read.all<{ rows: string }>(sql`
    SELECT json_group_array(json(row)) AS rows FROM (
      SELECT json_object('id', c.id,
        'campaign', json_object('id', p.id, 'title', p.title, 'archived', json(iif(p.archived_at IS NULL, 'false', 'true'))),
        'contact', json_object('firstName', ifnull(k.first_name, ''), 'lastName', ifnull(k.last_name, ''), 'phone', c.phone),
        'status', c.status,
        'texter', iif(u.id IS NULL, NULL, json_object('id', u.id, 'name', u.name)),
        'waitingSince', iif(c.status = 2, c.waiting_since, NULL), 'lastAt', c.last_at,
        'assistant', ${fact('assistant')}, 'optedOut', ${fact('opted_out')}, 'escalated', ${fact('escalated')},
        'needsAttention', ${fact('needs_attention')}, 'likelyOptOut', ${fact('likely_opt_out')},
        'lastMessage', json((SELECT json_object('text', substr(m.text, 1, ${shownText}),
            'inbound', json(iif(m.inbound, 'true', 'false')), 'sendStatus', m.send_status, 'errorCode', m.error_code)
          FROM messages AS m WHERE m.conversation_id = c.id ORDER BY m.id DESC LIMIT 1)),
        'tags', json((SELECT json_group_array(json_object('id', t.id, 'name', t.name)) FROM (
          SELECT t.id, t.name FROM conversation_tags AS ct CROSS JOIN tags AS t ON t.id = ct.tag_id
          WHERE ct.conversation_id = c.id ORDER BY t.name) AS t)),
        'escalation', iif(c.escalated, json((SELECT json_object('reason', e.reason, 'at', e.created_at,
            'by', iif(b.id IS NULL, NULL, json(json_object('id', b.id, 'name', b.name))))
          FROM escalations AS e LEFT JOIN users AS b ON b.id = e.user_id
          WHERE e.conversation_id = c.id AND e.resolved_at IS NULL ORDER BY e.id DESC LIMIT 1)), NULL)) AS row
      FROM json_each(${JSON.stringify(ids)}) AS w
      CROSS JOIN conversations AS c ON c.id = w.value
      CROSS JOIN campaigns AS p ON p.id = c.campaign_id
      LEFT JOIN contacts AS k ON k.id = c.contact_id
      LEFT JOIN users AS u ON u.id = c.texter_id
      WHERE c.organization_id = ${organizationId} AND c.status >= 0
      ORDER BY w.key)`);
  return (JSON.parse(row?.rows ?? '[]') as Found[]).map(({ status, lastMessage, ...rest }) => ({
    ...rest,
    status: statusOf(status) as ReviewStatus,
    lastMessage: lastMessage && describeMessage(lastMessage),
  }));
}

const fact = (column: string) => sql.raw(`json(iif(c.${column}, 'true', 'false'))`);

function describeMessage({ text, inbound, sendStatus: number, errorCode }: NonNullable<Found['lastMessage']>) {
  const sendStatus = number === null ? null : sendStatusOf(number);
  const failed = sendStatus === 'undelivered' || sendStatus === 'failed';
  return { text, inbound, sendStatus, reason: failed ? smsError(errorCode).reason : null };
}
