import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { Refusal } from '@campaign-kit/shared/refusal';
import { sessionsRevoked, users } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';
import { lifetime } from './lifetime.ts';

export const endedUser = z.strictObject({ user: z.strictObject({ externalId: z.string().trim().min(1).max(200) }) });

/** Ends all tokens of one user at once: for a host whose user logs out, leaves, or gets another role. */
export async function endSessions(
  { db, now }: World,
  { organizationId, user }: z.infer<typeof endedUser> & { organizationId: number },
): Promise<{ ok: true }> {
  await db.write(async tx => {
    const [found] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.organizationId, organizationId), eq(users.externalId, user.externalId)));
    if (!found) throw new Refusal('not_found', 'refusal.noUser');
    const at = now();
    await tx.insert(sessionsRevoked).values({
      organizationId,
      userId: found.id,
      issuedBefore: at,
      expiresAt: at + (lifetime.longest + lifetime.leeway) * 1_000,
    });
  });
  return { ok: true };
}
