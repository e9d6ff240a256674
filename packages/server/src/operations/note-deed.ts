import { randomUUID } from 'node:crypto';
import type { SendingDeed } from '@campaign-kit/shared/operation';
import type { Transaction } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { emit } from '../realtime/emit.ts';

type Deed = {
  readonly kind: SendingDeed;
  readonly organizationId: number;
  readonly campaignId: number;
  /** Nobody where the server did it by itself. */
  readonly userId: number | null;
  readonly input?: Record<string, unknown>;
  readonly now: number;
};

/** Notes in the history what was done at once, in the transaction that did it: nothing runs, and nothing can be undone. */
export async function noteDeed(tx: Transaction, { now, input = {}, ...deed }: Deed): Promise<void> {
  const row = { ...deed, input, state: 'done', total: 0, startedAt: now, finishedAt: now } as const;
  const requestKey = `${deed.kind} ${randomUUID()}`;
  const [noted] = await tx
    .insert(operations)
    .values({ ...row, requestKey })
    .returning({ id: operations.id });
  const { organizationId, campaignId } = deed;
  await emit(tx, organizationId, { type: 'operationChanged', operationId: noted!.id, campaignId }, now);
}
