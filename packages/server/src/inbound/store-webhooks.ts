import { sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../world.ts';

export type Webhook = {
  readonly kind: 'inbound' | 'status';
  /** Told twice it is the same. */
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Stores what the provider tells; resolves when it is on disk. What was told before is stored once. */
export type StoreWebhook = (webhook: Webhook) => Promise<void>;

type Waiting = { webhook: Webhook; resolve(): void; reject(error: unknown): void };

const mostTogether = 250;
/** A commit costs more than what stands in it: the first of a burst waits for those that come with it. */
const gatherMs = 3;

/** What comes in while a commit is under way is committed together with the next: thousands a second, each synced to disk. */
export function storeWebhooks(world: World, onStored: () => void): StoreWebhook {
  let waiting: Waiting[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      await sleep(gatherMs);
      const together = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      try {
        await insert(
          world,
          together.map(({ webhook }) => webhook),
        );
        for (const { resolve } of together) resolve();
        onStored();
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    writing = false;
  }

  return webhook =>
    new Promise((resolve, reject) => {
      waiting.push({ webhook, resolve, reject });
      if (!writing) void write();
    });
}

async function insert({ db, now }: World, webhooks: readonly Webhook[]): Promise<void> {
  const rows = JSON.stringify(webhooks.map(({ kind, key, fields }) => [kind, key, JSON.stringify(fields)]));
  await db.write(tx =>
    tx.run(sql`
      INSERT INTO webhook_events (kind, key, fields, received_at)
      SELECT value ->> 0, value ->> 1, value ->> 2, ${now()} FROM json_each(${rows}) WHERE true
      ON CONFLICT (kind, key) DO NOTHING`),
  );
}
