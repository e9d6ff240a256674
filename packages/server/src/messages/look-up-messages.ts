import { and, eq, inArray, sql } from 'drizzle-orm';
import { conversations, messages } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import type { Known } from '../sms/sms.ts';
import type { World } from '../world.ts';
import { leaseMs } from './claim-messages.ts';
import { atOnce, lookUpAll } from './look-up-all.ts';
import { moveMessage, type Message } from './move-message.ts';
import { recordDelivery } from './record-delivery.ts';

const lookAgainMs = 60_000;
/** A try that is looked up twice and not found was never made: only then it is made again. */
const looks = 2;

/**
 * Messages that were with the provider when an answer failed to come or a process died: the provider is asked what it has.
 * Found, they are what it says; not found twice, a minute apart, they go back to the queue. Never sent again blindly.
 */
export async function lookUpMessages(world: World): Promise<number> {
  if (!world.sms) return 0;
  return lookUpAll(
    () => claimDue(world),
    one => lookUp(world, one),
  );
}

type Due = { message: Message; to: number; from: number };

/** Of messages whose time is over the next ones, with a while until anybody else asks for them. */
function claimDue({ db, now: clock }: World): Promise<Due[]> {
  const now = clock();
  return db.write(async tx => {
    const due = await tx.all<{ id: number }>(sql`
      SELECT id FROM messages INDEXED BY messages_due
      WHERE send_status = -2 AND send_status < 0 AND due_at <= ${now} ORDER BY due_at LIMIT ${atOnce}`);
    if (due.length === 0) return [];
    const ids = due.map(({ id }) => id);
    await tx
      .update(messages)
      .set({ dueAt: now + lookAgainMs })
      .where(inArray(messages.id, ids));
    return tx
      .select({ message: messages, to: conversations.phone, from: phoneNumbers.phone })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .innerJoin(phoneNumbers, eq(phoneNumbers.id, messages.phoneNumberId))
      .where(inArray(messages.id, ids));
  });
}

async function lookUp(world: World, { message, to, from }: Due): Promise<void> {
  const since = sentSince(message, world.now());
  const found = await world.sms!.find({ to, from, text: message.text, since }).catch(() => null);
  if (found) await settleFound(world, message, found);
}

/** Lists lag behind, and the row knows only when it was last touched: so a little earlier than the try can have been. */
const sentSince = ({ createdAt }: Message, now: number) => Math.max(createdAt, now - 86_400_000) - leaseMs;

/** An earlier try that failed has the same text: this one is rather what is on its way. */
const aliveFirst = (found: readonly Known[]): Known[] =>
  [...found].sort((a, b) => Number(hasFailed(a)) - Number(hasFailed(b)));

const hasFailed = ({ sendStatus }: Known): boolean => sendStatus === 'undelivered' || sendStatus === 'failed';

async function settleFound(world: World, claimed: Message, found: readonly Known[]): Promise<void> {
  const now = world.now();
  await world.db.write(async tx => {
    const [message] = await tx.select().from(messages).where(eq(messages.id, claimed.id));
    if (!message || message.sendStatus !== 'sending' || message.attempts !== claimed.attempts) return;
    for (const { sid, sendStatus, errorCode } of aliveFirst(found)) {
      const [other] = await tx
        .select({ id: messages.id })
        .from(messages)
        .where(and(eq(messages.serviceSid, sid), sql`service_sid IS NOT NULL`));
      if (other && other.id !== message.id) continue;
      return recordDelivery(tx, message, { to: sendStatus, errorCode, sid }, now);
    }
    const looked = message.looks + 1;
    if (looked < looks) await tx.update(messages).set({ looks: looked }).where(eq(messages.id, message.id));
    else await moveMessage(tx, message, 'queued', { dueAt: null, looks: 0 });
  });
  world.bus.poke();
}
