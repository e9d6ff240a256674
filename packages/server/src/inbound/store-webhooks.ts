import { sql } from 'drizzle-orm';
import { gather } from '../db/gather.ts';
import type { World } from '../world.ts';

export type Webhook = {
  readonly kind: 'inbound' | 'status';
  /** Told twice it is the same. */
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Stores what the provider tells; resolves when it is on disk. What was told before is stored once. */
export type StoreWebhook = (webhook: Webhook) => Promise<void>;

/** Thousands a second, each synced to disk before it is answered. */
export const storeWebhooks = (world: World, onStored: () => void): StoreWebhook =>
  gather<Webhook>(
    async webhooks => {
      await insert(world, webhooks);
      onStored();
    },
    { most: 250, waitMs: 3 },
  );

async function insert({ db, now }: World, webhooks: readonly Webhook[]): Promise<void> {
  const rows = JSON.stringify(webhooks.map(({ kind, key, fields }) => [kind, key, JSON.stringify(fields)]));
  await db.write(tx =>
    tx.run(sql`
      INSERT INTO webhook_events (kind, key, fields, received_at)
      SELECT value ->> 0, value ->> 1, value ->> 2, ${now()} FROM json_each(${rows}) WHERE true
      ON CONFLICT (kind, key) DO NOTHING`),
  );
}
