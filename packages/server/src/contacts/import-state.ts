import { and, eq } from 'drizzle-orm';
import { noImportCounts, type ImportCounts, type StartImport } from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';

/** How far an import is: whole batches, and what is written of the one at hand. */
export type Position = {
  /** Rows of the file in batches that are done. */
  readonly cursor: number;
  /** Rows in the batch at hand, and how many of them are done; both 0 between two batches. */
  readonly batchRows: number;
  readonly applied: number;
};

/** What an import remembers in its operation. */
export type ImportState = {
  readonly id: number;
  readonly campaignId: number;
  readonly state: (typeof operations.$inferSelect)['state'];
  readonly input: StartImport;
  readonly cancelAskedAt: number | null;
  readonly position: Position;
  readonly counts: ImportCounts;
  /** From the first upload on: the columns of its file, and the list that it goes into. */
  readonly file: { readonly columns: readonly string[]; readonly contactListId: number } | null;
};

type Remembered = Partial<Pick<Position, 'batchRows' | 'applied'>> & { file?: ImportState['file'] };

/** The import, if it is one and this organization's. */
export async function importState(
  db: Pick<Reader, 'select'>,
  organizationId: number,
  operationId: number,
): Promise<ImportState> {
  const [row] = await db
    .select()
    .from(operations)
    .where(
      and(
        eq(operations.id, operationId),
        eq(operations.organizationId, organizationId),
        eq(operations.kind, 'importContacts'),
      ),
    );
  if (!row || row.campaignId === null) throw new Refusal('not_found', 'refusal.noOperation');
  const { file = null, batchRows = 0, applied = 0 } = (row.before ?? {}) as Remembered;
  return {
    id: row.id,
    campaignId: row.campaignId,
    state: row.state,
    input: row.input as StartImport,
    cancelAskedAt: row.cancelAskedAt,
    position: { cursor: row.cursor, batchRows, applied },
    counts: { ...noImportCounts, ...(row.result as Partial<ImportCounts> | null) },
    file,
  };
}

/** The columns of the operation that hold this. */
export function remembering({ position, counts, file }: Pick<ImportState, 'position' | 'counts' | 'file'>) {
  const { cursor, batchRows, applied } = position;
  const before: Remembered = { file, batchRows, applied };
  return { cursor, before, result: { ...counts }, done: counts.imported + counts.revived };
}
