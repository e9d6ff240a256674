import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import type { Operation } from './operation.ts';

/** Marks for a further pass that have not been undone: of the campaign before the operation, or of all that it was about. */
export async function marksBefore(read: Reader, { id, organizationId, campaignId }: Operation): Promise<number[]> {
  const found = await read
    .select({ id: operations.id })
    .from(operations)
    .where(
      and(
        eq(operations.organizationId, organizationId),
        campaignId === null ? undefined : eq(operations.campaignId, campaignId),
        lt(operations.id, id),
        eq(operations.kind, 'markSecondPass'),
        isNull(operations.undoneBy),
      ),
    );
  return found.map(mark => mark.id);
}
