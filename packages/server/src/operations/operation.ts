import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';

export type Operation = typeof operations.$inferSelect;

/** The operation, if it is this organization's; otherwise it does not exist for the caller. */
export async function operationOf(
  db: Pick<Reader, 'select'>,
  organizationId: number,
  operationId: number,
): Promise<Operation> {
  const [operation] = await db
    .select()
    .from(operations)
    .where(and(eq(operations.id, operationId), eq(operations.organizationId, organizationId)));
  if (!operation) throw new Refusal('not_found', 'refusal.noOperation');
  return operation;
}
