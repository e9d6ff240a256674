import { eq } from 'drizzle-orm';
import { allowedOrigins } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** Whether any organization lets pages of this origin call. Which one is for the session to say. */
export async function isAllowedOrigin({ db }: World, origin: string): Promise<boolean> {
  const found = await db.read
    .select({ origin: allowedOrigins.origin })
    .from(allowedOrigins)
    .where(eq(allowedOrigins.origin, origin))
    .limit(1);
  return found.length > 0;
}
