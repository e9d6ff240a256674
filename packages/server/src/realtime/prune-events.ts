import { lt } from 'drizzle-orm';
import { outbox } from '../db/schema/operations.ts';
import type { World } from '../world.ts';

const keptForMs = 3_600_000;

/** Forgets events that no listener can still be missing. */
export async function pruneEvents({ db, now }: World): Promise<void> {
  await db.write(async tx => void (await tx.delete(outbox).where(lt(outbox.createdAt, now() - keptForMs))));
}
