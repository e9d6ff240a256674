import { asc, eq } from 'drizzle-orm';
import { apiKeys } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** Which keys there are; not the keys. */
export const listKeys = ({ db }: World, { organizationId }: { organizationId: number | null }) =>
  db.read
    .select({
      id: apiKeys.id,
      organizationId: apiKeys.organizationId,
      name: apiKeys.name,
      createdAt: apiKeys.createdAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(organizationId === null ? undefined : eq(apiKeys.organizationId, organizationId))
    .orderBy(asc(apiKeys.id));
