import { eq } from 'drizzle-orm';
import { users } from '../db/schema/organizations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';
import { heldByTexter, type HeldByTexter } from './held-by-texter.ts';
import { texterOf } from './texter-of.ts';

/** They are let in again, with what they still hold. */
export async function resumeTexter(
  { db, session, now, bus }: SignedIn,
  { texterId }: { texterId: number },
): Promise<HeldByTexter> {
  const { organizationId } = session;
  const held = await db.write(async tx => {
    await texterOf(tx, organizationId, texterId);
    await tx.update(users).set({ suspendedAt: null }).where(eq(users.id, texterId));
    await emit(tx, organizationId, { type: 'requestsChanged' }, now());
    return heldByTexter(tx, texterId);
  });
  bus.poke();
  return held;
}
