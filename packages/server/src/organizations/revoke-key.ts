import { eq, sql } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { apiKeys } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** Refuses the key from now on; sessions that were made with it live out their minutes. A second call changes nothing. */
export async function revokeKey({ db, now }: World, { keyId }: { keyId: number }) {
  return db.write(async tx => {
    const [revoked] = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, ${now()})` })
      .where(eq(apiKeys.id, keyId))
      .returning({ id: apiKeys.id, name: apiKeys.name, revokedAt: apiKeys.revokedAt });
    if (!revoked) throw new Refusal('not_found', 'refusal.noKey', { id: String(keyId) });
    return revoked;
  });
}
