import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { apiKeys } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';
import { hashOfKey } from './secret-key.ts';

/** Whose secret key the `authorization` header carries. The lookup is by hash, so its time says nothing about the key. */
export async function organizationOfKey({ db }: World, authorization: string | null) {
  const [, key] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const hash = key ? hashOfKey(key) : null;
  const [found] = hash
    ? await db.read
        .select({ keyId: apiKeys.id, organizationId: apiKeys.organizationId })
        .from(apiKeys)
        .where(and(eq(apiKeys.keyHash, hash), isNull(apiKeys.revokedAt)))
    : [];
  if (!found) throw new Refusal('session_expired', 'refusal.secretKey');
  return found;
}
