import { lt } from 'drizzle-orm';
import { sessionsRevoked } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** Forgets revocations of tokens that have expired by themselves; in all organizations, as jobs do. */
export async function purgeRevocations({ db, now }: World): Promise<number> {
  const purged = await db.write(tx => tx.delete(sessionsRevoked).where(lt(sessionsRevoked.expiresAt, now())));
  return purged.rowsAffected;
}
