import { and, eq, sql } from 'drizzle-orm';
import type { OperationKind } from '@campaign-kit/shared/operation';
import type { Transaction } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { emit } from '../realtime/emit.ts';
import type { Operation } from './operation.ts';

type Start = {
  kind: OperationKind;
  campaignId: number | null;
  input: Record<string, unknown>;
  total: number;
  requestKey: string;
  undoOf?: number;
  before?: Record<string, unknown> | null;
  result?: Record<string, unknown> | null;
};

/** The run that this request key has started already, if any: a double click is one run. */
export async function startedBefore(
  tx: Pick<Transaction, 'select'>,
  organizationId: number,
  requestKey: string,
): Promise<Operation | null> {
  const [operation] = await tx
    .select()
    .from(operations)
    .where(and(eq(operations.organizationId, organizationId), eq(operations.requestKey, requestKey)));
  return operation ?? null;
}

/** Who starts it; nobody where the server does so by itself. */
type By = {
  readonly session: { readonly organizationId: number; readonly userId: number | null };
  readonly now: () => number;
};

/** Writes the operation down; the runner finds it after commit. Rows that are made later are not part of it. */
export async function startOperation(tx: Transaction, { session, now }: By, start: Start): Promise<Operation> {
  const at = now();
  const ofCampaign = start.campaignId === null ? sql`` : sql`WHERE campaign_id = ${start.campaignId}`;
  const [operation] = await tx
    .insert(operations)
    .values({
      ...start,
      organizationId: session.organizationId,
      userId: session.userId,
      state: 'running',
      lastId: sql`(SELECT ifnull(max(next_id), 1) - 1 FROM conversation_blocks ${ofCampaign})`,
      startedAt: at,
    })
    .returning();
  const { id: operationId, campaignId, organizationId } = operation as Operation;
  await emit(tx, organizationId, { type: 'operationChanged', operationId, campaignId }, at);
  return operation as Operation;
}
