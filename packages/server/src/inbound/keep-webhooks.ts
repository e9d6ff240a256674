import { sql } from 'drizzle-orm';
import type { World } from '../world.ts';

export type Webhook = {
  readonly kind: 'inbound' | 'status';
  /** Told twice it is the same. */
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Writes down what the provider told, in one synced commit. What was told before is kept once. */
export async function keepWebhooks({ db, now }: World, webhooks: readonly Webhook[]): Promise<void> {
  const rows = JSON.stringify(webhooks.map(({ kind, key, fields }) => [kind, key, JSON.stringify(fields)]));
  await db.write(tx =>
    tx.run(sql`
      INSERT INTO webhook_events (kind, key, fields, received_at)
      SELECT value ->> 0, value ->> 1, value ->> 2, ${now()} FROM json_each(${rows}) WHERE true
      ON CONFLICT (kind, key) DO NOTHING`),
  );
}
