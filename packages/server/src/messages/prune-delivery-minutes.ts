import { lt } from 'drizzle-orm';
import { deliveryMinutes } from '../db/schema/deliveries.ts';
import type { World } from '../world.ts';

const keptForMinutes = 24 * 60;

/** Forgets what happened in minutes that no jump of failures is looked for any more. */
export async function pruneDeliveryMinutes({ db, now }: World): Promise<void> {
  const before = Math.floor(now() / 60_000) - keptForMinutes;
  await db.write(async tx => void (await tx.delete(deliveryMinutes).where(lt(deliveryMinutes.minute, before))));
}
