import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { operations } from '../db/schema/operations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';
import { describeOperation, type DescribedOperation } from './describe-operations.ts';
import { operationOf } from './operation.ts';

/** Asks a running operation to stop after the chunk at hand. What it changed stays, and can be undone. */
export async function cancelOperation(
  ctx: SignedIn,
  { operationId }: { operationId: number },
): Promise<DescribedOperation> {
  const { session, db, now, bus } = ctx;
  const operation = await db.write(async tx => {
    const found = await operationOf(tx, session.organizationId, operationId);
    if (found.state !== 'running') throw new Refusal('conflict', 'refusal.notRunning');
    await tx
      .update(operations)
      .set({ cancelAskedAt: now(), leasedUntil: 0 })
      .where(and(eq(operations.id, operationId), isNull(operations.cancelAskedAt)));
    const { organizationId, campaignId } = found;
    await emit(tx, organizationId, { type: 'operationChanged', operationId, campaignId }, now());
    return operationOf(tx, session.organizationId, operationId);
  });
  bus.poke();
  return describeOperation(db.read, operation, now());
}
