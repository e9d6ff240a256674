import { and, desc, eq, lt } from 'drizzle-orm';
import { operations } from '../db/schema/operations.ts';
import type { SignedIn } from '../trpc/context.ts';
import { describeOperation, describeOperations, type DescribedOperation } from './describe-operations.ts';
import { operationOf } from './operation.ts';

/** The history, newest first: of a campaign, or of the whole organization. `next` goes in as `before` for the page behind. */
export async function listOperations(
  { session, db, now }: SignedIn,
  { campaignId, before, limit }: { campaignId: number | null; before: number | null; limit: number },
): Promise<{ operations: DescribedOperation[]; next: number | null }> {
  const found = await db.read
    .select()
    .from(operations)
    .where(
      and(
        eq(operations.organizationId, session.organizationId),
        campaignId === null ? undefined : eq(operations.campaignId, campaignId),
        before === null ? undefined : lt(operations.id, before),
      ),
    )
    .orderBy(desc(operations.id))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { operations: await describeOperations(db.read, page, now()), next };
}

export async function getOperation(
  { session, db, now }: SignedIn,
  { operationId }: { operationId: number },
): Promise<DescribedOperation> {
  return describeOperation(db.read, await operationOf(db.read, session.organizationId, operationId), now());
}
