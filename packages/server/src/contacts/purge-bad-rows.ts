import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { priority } from '../db/open.ts';
import type { World } from '../world.ts';

/** Rows that could not be imported are people's data: they are kept for whoever mends the file, and no longer. */
export const badRowDays = 30;

const rowsAtOnce = 2_000;

/** Deletes the bad rows of imports that ended long ago. Safe to run in several processes. */
export async function purgeBadRows({ db, now }: World): Promise<void> {
  const over = now() - badRowDays * 86_400_000;
  for (let deleted = rowsAtOnce; deleted === rowsAtOnce; await breathe()) {
    deleted = await db.write(async tx => {
      const { rowsAffected } = await tx.run(sql`
        DELETE FROM import_bad_rows WHERE rowid IN (
          SELECT b.rowid FROM operations AS o INDEXED BY operations_finished
          JOIN import_bad_rows AS b ON b.operation_id = o.id
          WHERE o.finished_at < ${over} AND o.kind = 'importContacts' LIMIT ${rowsAtOnce})`);
      return rowsAffected;
    }, priority.bulk);
  }
}
