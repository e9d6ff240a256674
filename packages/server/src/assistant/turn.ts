import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { assistantTurns } from '../db/schema/conversations.ts';
import type { World } from '../world.ts';

/** A turn as it was claimed: only while it still stands so, what comes of it counts. */
export type Turn = typeof assistantTurns.$inferSelect;

/** Longer than the host's assistant may take; then another process may ask again. */
const leaseMs = 30_000;

/** Takes the next due turns, each for one process alone. */
export async function claimTurns({ db, now: clock }: World, most: number): Promise<Turn[]> {
  const due = () => lte(assistantTurns.dueAt, clock());
  const [any] = await db.read.select({ id: assistantTurns.conversationId }).from(assistantTurns).where(due()).limit(1);
  if (!any) return [];
  return db.write(async tx => {
    const found = await tx
      .select({ id: assistantTurns.conversationId })
      .from(assistantTurns)
      .where(due())
      .orderBy(assistantTurns.dueAt)
      .limit(most);
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return [];
    return tx
      .update(assistantTurns)
      .set({ dueAt: clock() + leaseMs, attempts: sql`attempts + 1` })
      .where(inArray(assistantTurns.conversationId, ids))
      .returning();
  });
}

const asClaimed = ({ conversationId, dueAt, attempts }: Turn) =>
  and(
    eq(assistantTurns.conversationId, conversationId),
    eq(assistantTurns.dueAt, dueAt),
    eq(assistantTurns.attempts, attempts),
  );

/** Ends the turn; false when a further reply, or another process, has made another of it. */
export async function endTurn(tx: Transaction, turn: Turn): Promise<boolean> {
  const { rowsAffected } = await tx.delete(assistantTurns).where(asClaimed(turn));
  return rowsAffected === 1;
}

/** The turn comes again then. `counts`: this try was one of the few. */
export async function postponeTurn(tx: Transaction, turn: Turn, dueAt: number, counts: boolean): Promise<void> {
  await tx
    .update(assistantTurns)
    .set({ dueAt, attempts: counts ? turn.attempts : turn.attempts - 1 })
    .where(asClaimed(turn));
}
