import { countDistinct, eq, inArray } from 'drizzle-orm';
import { allowedOrigins } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** Whether one organization allows all of these origins: a page and, where it is framed itself, the pages around it. */
export async function allowsOrigins({ db }: World, origins: readonly string[]): Promise<boolean> {
  if (origins.length === 0) return false;
  const found = await db.read
    .select({ organizationId: allowedOrigins.organizationId })
    .from(allowedOrigins)
    .where(inArray(allowedOrigins.origin, [...origins]))
    .groupBy(allowedOrigins.organizationId)
    .having(eq(countDistinct(allowedOrigins.origin), new Set(origins).size))
    .limit(1);
  return found.length > 0;
}
