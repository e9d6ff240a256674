import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { turnsSince, turnsTaken } from './turns.ts';

/** A number with messages to send, and the pace of its organization: one message in so many ms, null for none. */
export type PacedNumber = {
  readonly organizationId: number;
  readonly ownEveryMs: number | null;
  readonly ownNextAt: number;
};

type Pace = { everyMs: number; nextAt: number; left: number; numbers: number; taken: number };

/** Deals the turns that organizations have by now out among their numbers, evenly; kept in their rows, for all servers. */
export function organizationPaces(numbers: readonly PacedNumber[], now: number) {
  const paces = new Map<number, Pace>();
  for (const { organizationId, ownEveryMs: everyMs, ownNextAt: nextAt } of numbers) {
    if (everyMs === null) continue;
    const left = turnsSince({ everyMs, nextAt }, now);
    const pace = paces.get(organizationId) ?? { everyMs, nextAt, left, numbers: 0, taken: 0 };
    pace.numbers++;
    paces.set(organizationId, pace);
  }
  return {
    /** How many this number may take now; what those before it left over is dealt out among the rest. */
    shareOf({ organizationId }: PacedNumber): number {
      const pace = paces.get(organizationId);
      return pace ? Math.ceil(pace.left / pace.numbers) : Infinity;
    },
    took({ organizationId }: PacedNumber, count: number): void {
      const pace = paces.get(organizationId);
      if (!pace) return;
      pace.left -= count;
      pace.taken += count;
      pace.numbers--;
    },
    async write(tx: Transaction): Promise<void> {
      for (const [id, { taken, ...pace }] of paces) {
        if (taken === 0) continue;
        const nextAt = turnsTaken(pace, taken, now);
        await tx.run(sql`UPDATE organizations SET next_send_at = ${nextAt} WHERE id = ${id}`);
      }
    },
  };
}
