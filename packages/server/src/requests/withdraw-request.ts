import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { textRequests } from '../db/schema/conversations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';

/** A texter takes back their own request that still waits, to ask for something else. */
export async function withdrawRequest(
  { db, session, now, bus }: SignedIn,
  { requestId }: { requestId: number },
): Promise<{ requestId: number }> {
  const { organizationId, userId } = session;
  await db.write(async tx => {
    const own = and(eq(textRequests.id, requestId), eq(textRequests.userId, userId));
    const [request] = await tx.select({ state: textRequests.state }).from(textRequests).where(own);
    if (!request) throw new Refusal('not_found', 'refusal.noRequest');
    if (request.state !== 'waiting') throw new Refusal('conflict', 'refusal.requestDecided');
    await tx.update(textRequests).set({ state: 'withdrawn', decidedAt: now() }).where(own);
    await emit(tx, organizationId, { type: 'requestsChanged' }, now());
  });
  bus.poke();
  return { requestId };
}
