import { and, eq, sql } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { operations } from '../db/schema/operations.ts';
import type { World } from '../world.ts';
import { importState } from './import-state.ts';
import { settleImport } from './write-chunk.ts';

const dayMs = 86_400_000;

/**
 * Ends imports that no upload is working on: the cancelled at once, the ones that nobody sent again after a day. Nothing else
 * would, because an import goes on only by its upload. Of all organizations, as a job does.
 */
export async function closeIdleImports({ db, now, bus }: World): Promise<number> {
  const at = now();
  const idle = await db.read
    .select({ id: operations.id, organizationId: operations.organizationId })
    .from(operations)
    .where(
      and(
        eq(operations.state, 'running'),
        eq(operations.kind, 'importContacts'),
        sql`((cancel_asked_at IS NOT NULL AND leased_until < ${at}) OR max(leased_until, started_at) < ${at - dayMs})`,
      ),
    );
  for (const { id, organizationId } of idle) {
    await db.write(async tx => {
      const found = await importState(tx, organizationId, id);
      if (found.state !== 'running') return;
      const { message: error } = new Refusal('conflict', 'refusal.importAbandoned');
      const end =
        found.cancelAskedAt === null ? ({ state: 'failed', error } as const) : ({ state: 'cancelled' } as const);
      await settleImport(tx, organizationId, found, end, at);
    });
  }
  if (idle.length > 0) bus.poke();
  return idle.length;
}
