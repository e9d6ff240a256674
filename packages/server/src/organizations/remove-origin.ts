import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { allowedOrigins } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';
import { originOf } from './origin.ts';

/** Shuts pages of this origin out at once: their sessions are refused from the next request on. */
export async function removeOrigin({ db }: World, input: { organizationId: number; origin: string }) {
  const row = { organizationId: input.organizationId, origin: originOf(input.origin) };
  await db.write(async tx => {
    const removed = await tx
      .delete(allowedOrigins)
      .where(and(eq(allowedOrigins.organizationId, row.organizationId), eq(allowedOrigins.origin, row.origin)))
      .returning();
    if (removed.length === 0) throw new Refusal('not_found', 'refusal.noOrigin', { origin: row.origin });
  });
  return row;
}
