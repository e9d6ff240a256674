import type { LiveEvent } from '@campaign-kit/shared/events';
import type { Transaction } from '../db/open.ts';
import { outbox } from '../db/schema/operations.ts';

/** Writes an event in the transaction that causes it; listeners see it only after commit. */
export async function emit(tx: Transaction, organizationId: number, event: LiveEvent, now: number): Promise<void> {
  await tx.insert(outbox).values({ organizationId, event, createdAt: now });
}
