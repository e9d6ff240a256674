import { sql } from 'drizzle-orm';
import type { World } from '../world.ts';

const keptForMs = 7 * 86_400_000;

/** Forgets what was understood a week ago; what could not be understood stays until somebody looked at it. */
export async function purgeWebhooks({ db, now }: World): Promise<void> {
  await db.write(
    async tx =>
      void (await tx.run(sql`
        DELETE FROM webhook_events WHERE received_at < ${now() - keptForMs} AND processed_at IS NOT NULL AND error IS NULL`)),
  );
}
