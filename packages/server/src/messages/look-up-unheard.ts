import { eq, inArray, sql } from 'drizzle-orm';
import { messages } from '../db/schema/conversations.ts';
import type { World } from '../world.ts';
import { atOnce, lookUpAll } from './look-up-all.ts';
import type { Message } from './move-message.ts';
import { recordDelivery } from './record-delivery.ts';

const lookAgainMs = 60 * 60_000;
/** What the provider itself does not know a day later it will not learn. */
const looks = 24;

/**
 * Messages that the provider took a while ago and has said no more about: a callback may have been lost while nobody listened.
 * It is asked what has become of each, once an hour for a day.
 */
export async function lookUpUnheard(world: World): Promise<number> {
  if (!world.sms) return 0;
  return lookUpAll(
    () => claimUnheard(world),
    one => lookUp(world, one),
  );
}

/** Of those whose time has come the next ones, which nobody else asks for until they are due again. */
function claimUnheard({ db, now: clock }: World): Promise<Message[]> {
  const now = clock();
  return db.write(async tx => {
    const due = await tx.all<{ id: number }>(sql`
      SELECT id FROM messages INDEXED BY messages_unheard
      WHERE send_status = 2 AND due_at <= ${now} ORDER BY due_at LIMIT ${atOnce}`);
    if (due.length === 0) return [];
    return tx
      .update(messages)
      .set({
        looks: sql`looks + 1`,
        dueAt: sql`CASE WHEN looks + 1 < ${looks} THEN ${now + lookAgainMs} END`,
      })
      .where(
        inArray(
          messages.id,
          due.map(({ id }) => id),
        ),
      )
      .returning();
  });
}

async function lookUp(world: World, { id, serviceSid }: Message): Promise<void> {
  const found = serviceSid === null ? null : await world.sms!.statusOf(serviceSid).catch(() => null);
  if (!found) return;
  const { sid, sendStatus: to, errorCode } = found;
  await world.db.write(async tx => {
    const [message] = await tx.select().from(messages).where(eq(messages.id, id));
    if (message?.serviceSid === sid) await recordDelivery(tx, message, { to, errorCode, sid }, world.now());
  });
  world.bus.poke();
}
