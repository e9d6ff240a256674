import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { textRequests } from '../db/schema/conversations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';
import { assignFromPool, type Given } from './assign-from-pool.ts';
import { requestRules } from './limit.ts';

/**
 * An admin gives what was asked for, or fewer, or says no. What is decided is decided once; said again under the same key, over a
 * bad network or by a double click, it is answered as the first time.
 */
export async function decideRequest(
  { db, session, now: clock, bus }: SignedIn,
  { requestId, count, requestKey }: { requestId: number; count: number; requestKey: string },
): Promise<Given> {
  const { organizationId, userId: decidedBy } = session;
  const decided = await db.write(async (tx): Promise<Given> => {
    const now = clock();
    const [request] = await tx
      .select()
      .from(textRequests)
      .where(and(eq(textRequests.id, requestId), eq(textRequests.organizationId, organizationId)));
    if (!request) throw new Refusal('not_found', 'refusal.noRequest');
    if (request.decisionKey === requestKey) return { given: request.given, why: null };
    if (request.state !== 'waiting') throw new Refusal('conflict', 'refusal.requestDecided');
    if (count > request.asked) throw new Refusal('validation', 'refusal.tooMany', { most: request.asked });
    const { userId, kind } = request;
    const { suspended } = await requestRules(tx, organizationId, userId);
    if (suspended && count > 0) throw new Refusal('conflict', 'refusal.texterSuspended');
    const given =
      count === 0 ? { given: 0, why: null } : await assignFromPool(tx, { organizationId, userId, kind, count, now });
    const state = count === 0 ? 'rejected' : 'approved';
    if (count > 0 && given.given === 0) return given;
    await tx
      .update(textRequests)
      .set({ state, given: given.given, decidedBy, decidedAt: now, decisionKey: requestKey })
      .where(eq(textRequests.id, requestId));
    await emit(tx, organizationId, { type: 'requestsChanged' }, now);
    return given;
  });
  bus.poke();
  return decided;
}
