import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';
import { outbox } from '../db/schema/operations.ts';

/** The events of an organization behind an id, oldest first, 100 at most. */
export const eventsAfter = (read: Reader, organizationId: number, after: number) =>
  read
    .select({ id: outbox.id, event: outbox.event })
    .from(outbox)
    .where(and(gt(outbox.id, after), eq(outbox.organizationId, organizationId)))
    .orderBy(asc(outbox.id))
    .limit(100);

/** The id of the newest event of anybody: where a new listener starts. */
export async function newestEvent(read: Reader): Promise<number> {
  const [newest] = await read.select({ id: outbox.id }).from(outbox).orderBy(desc(outbox.id)).limit(1);
  return newest?.id ?? 0;
}
