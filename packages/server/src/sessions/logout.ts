import { and, eq } from 'drizzle-orm';
import { sessionsRevoked } from '../db/schema/organizations.ts';
import type { SignedIn } from '../trpc/context.ts';
import { lifetime } from './lifetime.ts';

/** Ends this token before its time. A second call changes nothing. */
export async function logout({ db, now, session }: SignedIn): Promise<{ ok: true }> {
  const { organizationId, userId, tokenId, expiresAt } = session;
  await db.write(async tx => {
    const [ended] = await tx
      .select({ id: sessionsRevoked.id })
      .from(sessionsRevoked)
      .where(and(eq(sessionsRevoked.organizationId, organizationId), eq(sessionsRevoked.tokenId, tokenId)));
    if (ended) return;
    await tx.insert(sessionsRevoked).values({
      organizationId,
      userId,
      tokenId,
      issuedBefore: now(),
      expiresAt: expiresAt + lifetime.leeway * 1_000,
    });
  });
  return { ok: true };
}
