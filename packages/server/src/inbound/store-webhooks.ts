import { gather } from '../db/gather.ts';
import type { World } from '../world.ts';
import { keepWebhooks, type Webhook } from './keep-webhooks.ts';

/** Stores what the provider tells; resolves when it is on disk. What was told before is stored once. */
export type StoreWebhook = (webhook: Webhook) => Promise<void>;

/** Thousands a second, each synced to disk before it is answered. */
export const storeWebhooks = (world: World, onStored: () => void): StoreWebhook =>
  gather<Webhook>(
    async webhooks => {
      await keepWebhooks(world, webhooks);
      onStored();
    },
    { most: 250, waitMs: 3 },
  );
