import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { textRequests } from '../db/schema/conversations.ts';
import { users } from '../db/schema/organizations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';
import { heldByTexter, type HeldByTexter } from './held-by-texter.ts';
import { texterOf } from './texter-of.ts';

/**
 * From now on this user gets nothing, sends nothing, and is let in nowhere; a request of theirs that waits is withdrawn.
 * What they hold stays with them until it is released: the answer says how much that is.
 */
export async function suspendTexter(
  { db, session, now: clock, bus }: SignedIn,
  { texterId }: { texterId: number },
): Promise<HeldByTexter> {
  const { organizationId, userId, role } = session;
  const held = await db.write(async tx => {
    const now = clock();
    const texter = await texterOf(tx, organizationId, texterId);
    if (texter.id === userId) throw new Refusal('conflict', 'refusal.suspendSelf');
    if (texter.role === 'owner' && role !== 'owner') throw new Refusal('forbidden', 'refusal.suspendOwner');
    const suspendedAt = texter.suspendedAt ?? now;
    await tx.update(users).set({ suspendedAt }).where(eq(users.id, texterId));
    await tx
      .update(textRequests)
      .set({ state: 'withdrawn', decidedBy: userId, decidedAt: now })
      .where(and(eq(textRequests.userId, texterId), eq(textRequests.state, 'waiting')));
    await emit(tx, organizationId, { type: 'requestsChanged' }, now);
    return heldByTexter(tx, texterId);
  });
  bus.poke();
  return held;
}
