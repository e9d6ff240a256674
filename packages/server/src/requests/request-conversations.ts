import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Transaction } from '../db/open.ts';
import { textRequests } from '../db/schema/conversations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';
import { assignFromPool, type Given } from './assign-from-pool.ts';
import { requestRules } from './limit.ts';
import type { Kind } from './pools.ts';
import { writeTogether } from './write-together.ts';

/** `given`: at once. `waiting`: an admin decides. `why`: there was nothing of this kind. */
export type Requested = Given & { readonly waiting: boolean; readonly requestId: number | null };

/**
 * A texter asks for conversations. One request at a time waits for an admin; one above the limit is refused. Asked again
 * with the same key it answers what it answered.
 */
export async function requestConversations(
  { db, session, now: clock, bus }: SignedIn,
  { kind, count, requestKey }: { kind: Kind; count: number; requestKey: string },
): Promise<Requested> {
  const { organizationId, userId } = session;
  const requested = await writeTogether(db, async (tx): Promise<Requested> => {
    const now = clock();
    const before = await askedBefore(tx, userId, requestKey);
    if (before) return before;
    const { most, approval, suspended } = await requestRules(tx, organizationId, userId);
    if (suspended) throw new Refusal('forbidden', 'refusal.suspended');
    if (count > most) throw new Refusal('validation', 'refusal.tooMany', { most });
    const asked = { organizationId, userId, kind, asked: count, createdAt: now, requestKey };
    if (approval === 'admin') return { ...(await wait(tx, asked, now)), given: 0, why: null, waiting: true };
    const given = await assignFromPool(tx, { organizationId, userId, kind, count, now });
    if (given.given === 0) return { ...given, waiting: false, requestId: null };
    const [kept] = await tx
      .insert(textRequests)
      .values({ ...asked, given: given.given, state: 'approved', decidedAt: now })
      .returning({ id: textRequests.id });
    return { ...given, waiting: false, requestId: kept!.id };
  });
  bus.poke();
  return requested;
}

async function askedBefore(tx: Transaction, userId: number, requestKey: string): Promise<Requested | null> {
  const [found] = await tx
    .select()
    .from(textRequests)
    .where(and(eq(textRequests.userId, userId), eq(textRequests.requestKey, requestKey)));
  return found ? { requestId: found.id, given: found.given, why: null, waiting: found.state === 'waiting' } : null;
}

async function wait(
  tx: Transaction,
  asked: Omit<typeof textRequests.$inferInsert, 'state'>,
  now: number,
): Promise<{ requestId: number }> {
  const [already] = await tx
    .select({ id: textRequests.id })
    .from(textRequests)
    .where(and(eq(textRequests.userId, asked.userId), eq(textRequests.state, 'waiting')));
  if (already) throw new Refusal('conflict', 'refusal.requestWaits');
  const [kept] = await tx
    .insert(textRequests)
    .values({ ...asked, state: 'waiting' })
    .returning({ id: textRequests.id });
  await emit(tx, asked.organizationId, { type: 'requestsChanged' }, now);
  return { requestId: kept!.id };
}
