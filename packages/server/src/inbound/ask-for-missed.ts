import { sql } from 'drizzle-orm';
import type { World } from '../world.ts';
import { keepWebhooks } from './keep-webhooks.ts';

/** How often the provider is asked about each number. */
const everyMs = 60_000;
/** Its lists lag behind, and clocks differ. */
const overlapMs = 60_000;
const [numbersAtOnce, keptAtOnce] = [5, 100];

type Asked = { id: number; phone: number; askedAt: number };

/**
 * A webhook that nobody was there to take is not told again: so the provider is asked what came in since it was last asked, and
 * what is not known yet is kept like a webhook. Servers may do so at once; a text counts once all the same.
 */
export async function askForMissed(world: World): Promise<void> {
  const { db, sms, now } = world;
  if (!sms) return;
  for (let failed: unknown[] = []; ;) {
    const due = await db.read.all<Asked>(sql`
      SELECT id, phone, asked_at AS askedAt FROM phone_numbers
      WHERE asked_at <= ${now() - everyMs} ORDER BY asked_at LIMIT ${numbersAtOnce} OFFSET ${failed.length}`);
    const answers = await Promise.allSettled(due.map(number => askAbout(world, sms, number)));
    failed = [
      ...failed,
      ...answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason as unknown] : [])),
    ];
    if (due.length < numbersAtOnce) {
      if (failed.length > 0) throw failed[0];
      return;
    }
  }
}

async function askAbout(world: World, sms: NonNullable<World['sms']>, { id, phone, askedAt }: Asked): Promise<void> {
  const began = world.now();
  const texts = await sms.received({ to: phone, since: (askedAt || began) - overlapMs });
  for (let from = 0; from < texts.length; from += keptAtOnce) {
    const some = texts.slice(from, from + keptAtOnce);
    await keepWebhooks(
      world,
      some.map(fields => ({ kind: 'inbound', key: fields.MessageSid ?? '', fields })),
    );
  }
  await world.db.write(
    async tx => void (await tx.run(sql`UPDATE phone_numbers SET asked_at = ${began} WHERE id = ${id}`)),
  );
}
