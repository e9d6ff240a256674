import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { undoDays } from '@campaign-kit/shared/operation';
import { priority } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { chunkAfter, rangesOf } from '../operations/ranges.ts';
import type { Operation } from '../operations/operation.ts';
import type { World } from '../world.ts';
import { moveCounts } from './move-counts.ts';

const idsAtOnce = 1_000;

/** Deletes for good what was removed by operations that can no longer be undone. Safe to run in several processes. */
export async function purgeRemoved(world: World): Promise<void> {
  const { db, now } = world;
  const over = await db.read
    .select()
    .from(operations)
    .where(
      and(
        lt(operations.finishedAt, now() - undoDays * 86_400_000),
        eq(operations.kind, 'deleteUnmessaged'),
        isNull(operations.result),
      ),
    )
    .orderBy(asc(operations.finishedAt))
    .limit(10);
  for (const operation of over) await purge(world, operation);
}

async function purge({ db }: World, { id, campaignId, lastId, organizationId }: Operation): Promise<void> {
  const ranges = await rangesOf(db.read, [campaignId as number], lastId);
  for (let chunk = chunkAfter(ranges, 0, idsAtOnce); chunk; chunk = chunkAfter(ranges, chunk.lastId, idsAtOnce)) {
    const { firstId, lastId: last, campaignId: ofCampaign } = chunk;
    await db.write(async tx => {
      const { rowsAffected } = await tx.run(sql`
        DELETE FROM conversations WHERE id BETWEEN ${firstId} AND ${last} AND organization_id = ${organizationId}
          AND campaign_id = ${ofCampaign} AND status = -1 AND operation_id = ${id}`);
      await moveCounts(tx, ofCampaign, { removed: -rowsAffected });
    }, priority.bulk);
    await breathe();
  }
  await db.write(tx =>
    tx
      .update(operations)
      .set({ result: { purged: true } })
      .where(eq(operations.id, id)),
  );
}
