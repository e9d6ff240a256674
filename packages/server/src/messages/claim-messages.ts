import { inArray, sql } from 'drizzle-orm';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import type { Outgoing } from '../sms/sms.ts';
import type { World } from '../world.ts';
import { moveMessage, type Message } from './move-message.ts';
import { windowOf } from './queue-text.ts';

/** A message that is now ours to send, and the row as it was claimed. */
export type Claimed = { readonly outgoing: Outgoing; readonly message: Message };

/** How long nobody else touches a message that is with the provider: longer than its answer may take. */
export const leaseMs = 45_000;
/** A number's messages of so long are taken at once, so that the loop need not turn for each. */
const aheadMs = 250;
const movedAtOnce = 200;

type Number = {
  id: number;
  phone: number;
  messagingServiceSid: string | null;
  sendEveryMs: number;
  nextSendAt: number;
};
type Candidate = Pick<Campaign, 'textingFromMinute' | 'textingToMinute' | 'timeZone'> & {
  id: number;
  phone: number;
  zone: number;
  optedOut: number;
  stopped: number;
};

/**
 * Takes the next messages of each number that its rate allows, `most` in all. Opt-out, pause and hours are looked at once
 * more: what may not leave now waits, is held or is cancelled, and costs the number no turn.
 */
export async function claimMessages(world: World, most: number): Promise<Claimed[]> {
  const now = world.now();
  const due = await world.db.read.all<Number>(dueNumbers(now));
  if (due.length === 0 || most === 0) return [];
  return world.db.write(async tx => {
    const claimed: Claimed[] = [];
    for (const number of await tx.all<Number>(dueNumbers(now))) {
      if (claimed.length >= most) break;
      claimed.push(...(await claimOf(tx, number, most - claimed.length, now)));
    }
    return claimed;
  });
}

const dueNumbers = (now: number) => sql`
  SELECT n.id, n.phone, n.messaging_service_sid AS messagingServiceSid, n.send_every_ms AS sendEveryMs,
    n.next_send_at AS nextSendAt
  FROM phone_numbers AS n INDEXED BY phone_numbers_next
  WHERE n.next_send_at <= ${now} AND EXISTS (
    SELECT 1 FROM messages AS m INDEXED BY messages_to_send WHERE m.phone_number_id = n.id AND m.send_status = 1)
  ORDER BY n.next_send_at LIMIT 100`;

async function claimOf(tx: Transaction, number: Number, most: number, now: number): Promise<Claimed[]> {
  const turns = Math.min(
    most,
    Math.max(1, Math.floor((now + aheadMs - Math.max(number.nextSendAt, now - aheadMs)) / number.sendEveryMs)),
  );
  const candidates = await tx.all<Candidate>(sql`
    SELECT m.id, c.phone, c.zone, c.opted_out AS optedOut,
      p.archived_at IS NOT NULL OR p.sending_paused_at IS NOT NULL AS stopped,
      p.texting_from_minute AS textingFromMinute, p.texting_to_minute AS textingToMinute, p.time_zone AS timeZone
    FROM messages AS m INDEXED BY messages_to_send
    CROSS JOIN conversations AS c ON c.id = m.conversation_id
    CROSS JOIN campaigns AS p ON p.id = m.campaign_id
    WHERE m.phone_number_id = ${number.id} AND m.send_status = 1
    ORDER BY m.initial_of_pass IS NOT NULL, m.id LIMIT ${movedAtOnce}`);
  if (candidates.length === 0) return [];
  const rows = await tx
    .select()
    .from(messages)
    .where(
      inArray(
        messages.id,
        candidates.map(({ id }) => id),
      ),
    );
  const byId = new Map(rows.map(row => [row.id, row]));
  const claimed: Claimed[] = [];
  for (const candidate of candidates) {
    if (claimed.length >= turns) break;
    const message = byId.get(candidate.id) as Message;
    const window = windowOf(candidate, candidate.zone, now);
    if (candidate.optedOut) await moveMessage(tx, message, 'cancelled');
    else if (candidate.stopped) await moveMessage(tx, message, 'held');
    else if (!window.open) await moveMessage(tx, message, 'waiting', { dueAt: window.from ?? now + 86_400_000 });
    else {
      const attempts = message.attempts + 1;
      await moveMessage(tx, message, 'sending', { dueAt: now + leaseMs, attempts, serviceSid: null });
      claimed.push({
        message: { ...message, sendStatus: 'sending', attempts, dueAt: now + leaseMs, serviceSid: null },
        outgoing: {
          to: candidate.phone,
          from: number.phone,
          messagingServiceSid: number.messagingServiceSid,
          text: message.text,
          media: message.media ?? [],
          validForSeconds: Math.floor((window.until - now) / 1_000),
          messageId: message.id,
          attempt: attempts,
        },
      });
    }
  }
  const nextSendAt = Math.max(number.nextSendAt, now - aheadMs) + claimed.length * number.sendEveryMs;
  if (claimed.length > 0)
    await tx.run(sql`UPDATE phone_numbers SET next_send_at = ${nextSendAt} WHERE id = ${number.id}`);
  return claimed;
}
