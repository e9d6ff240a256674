import { randomUUID } from 'node:crypto';
import type { StartImport } from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import { campaignOf } from '../campaigns/campaign.ts';
import { operations } from '../db/schema/operations.ts';
import { describeOperation } from '../operations/describe-operations.ts';
import type { Operation } from '../operations/operation.ts';
import { startedBefore } from '../operations/start-operation.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';

export type Importer = { readonly organizationId: number; readonly userId: number | null };

/** Writes an import down that has no file yet: its id is what the file is sent with, and sent again after a break. */
export async function startImport(world: World, { organizationId, userId }: Importer, input: StartImport) {
  const now = world.now();
  const { campaignId, requestKey = randomUUID() } = input;
  return world.db.write(async tx => {
    const known = await startedBefore(tx, organizationId, requestKey);
    if (known) return describeOperation(tx, known, now);
    const campaign = await campaignOf(tx, organizationId, campaignId);
    if (campaign.archivedAt !== null) throw new Refusal('conflict', 'refusal.archived');
    const [operation] = await tx
      .insert(operations)
      .values({
        organizationId,
        userId,
        campaignId,
        kind: 'importContacts',
        input,
        state: 'running',
        total: 0,
        startedAt: now,
        requestKey,
      })
      .returning();
    const { id: operationId } = operation as Operation;
    await emit(tx, organizationId, { type: 'operationChanged', operationId, campaignId }, now);
    return describeOperation(tx, operation as Operation, now);
  });
}
