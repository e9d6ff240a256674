import { apiKeys } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';
import { findOrganization } from './find-organization.ts';
import { hashOfKey, newSecretKey } from './secret-key.ts';

/** A secret key for a host's server. The answer is the only time that anyone sees it. */
export async function createKey(
  { db, now }: World,
  { organizationId, name }: { organizationId: number; name: string },
) {
  const key = newSecretKey();
  const keyHash = hashOfKey(key)!;
  return db.write(async tx => {
    await findOrganization(tx, organizationId);
    const [made] = await tx
      .insert(apiKeys)
      .values({ organizationId, name, keyHash, createdAt: now() })
      .returning({ id: apiKeys.id });
    return { id: made!.id, organizationId, name, key };
  });
}
