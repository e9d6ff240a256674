import { asc, eq } from 'drizzle-orm';
import { allowedOrigins } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** The pages that may embed the organization's elements. */
export const listOrigins = ({ db }: World, { organizationId }: { organizationId: number }) =>
  db.read
    .select({ organizationId: allowedOrigins.organizationId, origin: allowedOrigins.origin })
    .from(allowedOrigins)
    .where(eq(allowedOrigins.organizationId, organizationId))
    .orderBy(asc(allowedOrigins.origin));
