import type { Transaction } from '../db/open.ts';
import { assistantTurns } from '../db/schema/conversations.ts';

/** People write one thought in several texts: so long after the last one the assistant answers. */
export const thinkMs = 4_000;

/** It is the assistant's turn in this conversation; a further reply moves it, and voids an answer that is being made. */
export async function oweAnswer(tx: Transaction, conversationId: number, now: number): Promise<void> {
  const turn = { dueAt: now + thinkMs, attempts: 0 };
  await tx
    .insert(assistantTurns)
    .values({ conversationId, ...turn })
    .onConflictDoUpdate({ target: assistantTurns.conversationId, set: turn });
}
