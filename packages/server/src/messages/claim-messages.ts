import { sql } from 'drizzle-orm';
import type { Campaign } from '../campaigns/campaign.ts';
import { countKeeper, type CountKeeper } from '../conversations/count-keeper.ts';
import { sendStatusNumber } from '../db/columns.ts';
import type { Transaction } from '../db/open.ts';
import type { Outgoing } from '../sms/sms.ts';
import type { World } from '../world.ts';
import { organizationPaces } from './organization-paces.ts';
import { windowOf } from './queue-text.ts';
import { turnsSince, turnsTaken } from './turns.ts';

/** How long nobody else touches a message that is with the provider: longer than its answer may take. */
export const leaseMs = 45_000;
/** So many that may not leave now are put away for a number before others get their turn. */
const putAwayAtOnce = 200;
const fewestRead = 16;

type Number = {
  id: number;
  phone: number;
  messagingServiceSid: string | null;
  sendEveryMs: number;
  nextSendAt: number;
  organizationId: number;
  /** The organization's own pace; null where only its numbers have one. */
  ownEveryMs: number | null;
  ownNextAt: number;
};
type Candidate = Pick<Campaign, 'textingFromMinute' | 'textingToMinute' | 'timeZone'> & {
  id: number;
  campaignId: number;
  text: string;
  media: string | null;
  attempts: number;
  phone: number;
  zone: number;
  optedOut: number;
  stopped: number;
};

/**
 * Takes the next messages of each number that its rate and its organization's allow, `most` in all. Opt-out, pause and hours are
 * looked at once more: what may not leave now waits, is held or is cancelled, and costs the number no turn.
 */
export async function claimMessages(world: World, most: number): Promise<Outgoing[]> {
  const now = world.now();
  const due = await world.db.read.all<Number>(dueNumbers(now));
  if (due.length === 0 || most === 0) return [];
  return world.db.write(async tx => {
    const keeper = countKeeper();
    const claimed: Outgoing[] = [];
    const numbers = await tx.all<Number>(dueNumbers(now));
    const paces = organizationPaces(numbers, now);
    for (const number of numbers) {
      const share = Math.min(most - claimed.length, paces.shareOf(number));
      if (share <= 0) continue;
      const mine = await claimOf(tx, number, { most: share, keeper, now });
      paces.took(number, mine.length);
      claimed.push(...mine);
    }
    await keeper.settle(tx);
    await paces.write(tx);
    return claimed;
  });
}

/** Those that waited longest at the front; of one organization not so many that others would wait for their turn. */
const dueNumbers = (now: number) => sql`
  SELECT * FROM (
    SELECT n.id, n.phone, n.messaging_service_sid AS messagingServiceSid, n.send_every_ms AS sendEveryMs,
      n.next_send_at AS nextSendAt, n.organization_id AS organizationId, o.send_every_ms AS ownEveryMs,
      o.next_send_at AS ownNextAt,
      row_number() OVER (PARTITION BY n.organization_id ORDER BY n.next_send_at, n.id) AS place
    FROM phone_numbers AS n INDEXED BY phone_numbers_next
    CROSS JOIN organizations AS o ON o.id = n.organization_id
    WHERE n.next_send_at <= ${now} AND (o.send_every_ms IS NULL OR o.next_send_at <= ${now}) AND EXISTS (
      SELECT 1 FROM messages AS m INDEXED BY messages_to_send WHERE m.phone_number_id = n.id AND m.send_status = 1))
  WHERE place <= 25 ORDER BY nextSendAt, id LIMIT 100`;

type Claim = { readonly most: number; readonly keeper: CountKeeper; readonly now: number };
type PutAway = {
  readonly candidate: Candidate;
  readonly to: 'cancelled' | 'held' | 'waiting';
  readonly dueAt: number | null;
};

async function claimOf(tx: Transaction, number: Number, { most, keeper, now }: Claim): Promise<Outgoing[]> {
  const pace = { everyMs: number.sendEveryMs, nextAt: number.nextSendAt };
  const turns = Math.min(most, turnsSince(pace, now));
  const claimed: { candidate: Candidate; until: number }[] = [];
  const putAway: PutAway[] = [];
  for (let more = true; more && claimed.length < turns && putAway.length < putAwayAtOnce;) {
    const atOnce = Math.max(fewestRead, turns - claimed.length);
    const candidates = await candidatesOf(tx, number, claimed.length + putAway.length, atOnce);
    for (const candidate of candidates) {
      if (claimed.length === turns) break;
      const window = windowOf(candidate, candidate.zone, now);
      if (candidate.optedOut) putAway.push({ candidate, to: 'cancelled', dueAt: null });
      else if (candidate.stopped) putAway.push({ candidate, to: 'held', dueAt: null });
      else if (window.open) claimed.push({ candidate, until: window.until });
      else putAway.push({ candidate, to: 'waiting', dueAt: window.from ?? now + 86_400_000 });
    }
    more = candidates.length === atOnce;
  }
  const sending = claimed.map(({ candidate }) => ({ candidate, to: 'sending' as const, dueAt: now + leaseMs }));
  await write(tx, [...sending, ...putAway], keeper);
  if (claimed.length > 0) {
    const nextSendAt = turnsTaken(pace, claimed.length, now);
    await tx.run(sql`UPDATE phone_numbers SET next_send_at = ${nextSendAt} WHERE id = ${number.id}`);
  }
  return claimed.map(({ candidate, until }) => ({
    to: candidate.phone,
    from: number.phone,
    messagingServiceSid: number.messagingServiceSid,
    text: candidate.text,
    media: candidate.media === null ? [] : (JSON.parse(candidate.media) as string[]),
    validForSeconds: Math.floor((until - now) / 1_000),
    messageId: candidate.id,
    attempt: candidate.attempts + 1,
  }));
}

const candidatesOf = (tx: Transaction, { id }: Number, passed: number, atOnce: number): Promise<Candidate[]> =>
  tx.all<Candidate>(sql`
    SELECT m.id, m.campaign_id AS campaignId, m.text, m.media, m.attempts, c.phone, c.zone, c.opted_out AS optedOut,
      p.archived_at IS NOT NULL OR p.sending_paused_at IS NOT NULL AS stopped,
      p.texting_from_minute AS textingFromMinute, p.texting_to_minute AS textingToMinute, p.time_zone AS timeZone
    FROM messages AS m INDEXED BY messages_to_send
    CROSS JOIN conversations AS c ON c.id = m.conversation_id
    CROSS JOIN campaigns AS p ON p.id = m.campaign_id
    WHERE m.phone_number_id = ${id} AND m.send_status = 1
    ORDER BY m.initial_of_pass IS NOT NULL, m.id LIMIT ${atOnce} OFFSET ${passed}`);

type Write = { readonly candidate: Candidate; readonly to: PutAway['to'] | 'sending'; readonly dueAt: number | null };

/** All of a number's in one statement. What is sent now is a try of its own, without the name of the one before. */
async function write(tx: Transaction, all: readonly Write[], keeper: CountKeeper): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ candidate: { id }, to, dueAt }) => [
    id,
    sendStatusNumber[to],
    dueAt,
    to === 'sending' ? 1 : 0,
  ]);
  await tx.run(sql`
    UPDATE messages SET send_status = r.send_status, due_at = r.due_at, attempts = attempts + r.tries,
      service_sid = iif(r.tries, NULL, service_sid)
    FROM (SELECT value ->> 0 AS id, value ->> 1 AS send_status, value ->> 2 AS due_at, value ->> 3 AS tries
      FROM json_each(${JSON.stringify(rows)})) AS r
    WHERE messages.id = r.id`);
  for (const { candidate, to } of all) {
    keeper.moveMessages(candidate.campaignId, [
      { inbound: false, sendStatus: 'queued', errorCode: 0, by: -1 },
      { inbound: false, sendStatus: to, errorCode: 0, by: 1 },
    ]);
  }
}
