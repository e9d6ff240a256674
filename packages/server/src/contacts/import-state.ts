import { sql } from 'drizzle-orm';
import { noImportCounts, type ImportCounts, type StartImport } from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader } from '../db/open.ts';
import type { operations } from '../db/schema/operations.ts';

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
  /** Of the campaign. */
  readonly archivedAt: number | null;
  readonly position: Position;
  readonly counts: ImportCounts;
  /** From the first upload on: the columns of its file, and the list that it goes into. */
  readonly file: { readonly columns: readonly string[]; readonly contactListId: number } | null;
};

type Remembered = Partial<Pick<Position, 'batchRows' | 'applied'>> & { file?: ImportState['file'] };

type Row = Pick<ImportState, 'id' | 'campaignId' | 'state' | 'cancelAskedAt' | 'archivedAt'> & {
  cursor: number;
  input: string;
  before: string | null;
  result: string | null;
};

/** The import, if it is one and this organization's. One statement by hand: it is asked for with every chunk. */
export async function importState(
  db: Pick<Reader, 'all'>,
  organizationId: number,
  operationId: number,
): Promise<ImportState> {
  const [row] = await db.all<Row>(sql`
    SELECT o.id, o.campaign_id AS campaignId, o.state, o.cancel_asked_at AS cancelAskedAt, o.cursor, o.input, o.before, o.result,
      c.archived_at AS archivedAt
    FROM operations AS o JOIN campaigns AS c ON c.id = o.campaign_id AND c.organization_id = o.organization_id
    WHERE o.id = ${operationId} AND o.organization_id = ${organizationId} AND o.kind = 'importContacts'`);
  if (!row) throw new Refusal('not_found', 'refusal.noOperation');
  const { id, campaignId, state, cancelAskedAt, archivedAt, cursor } = row;
  const { file = null, batchRows = 0, applied = 0 } = JSON.parse(row.before ?? '{}') as Remembered;
  const counts = { ...noImportCounts, ...(JSON.parse(row.result ?? '{}') as Partial<ImportCounts>) };
  const input = JSON.parse(row.input) as StartImport;
  return {
    id,
    campaignId,
    state,
    input,
    cancelAskedAt,
    archivedAt,
    position: { cursor, batchRows, applied },
    counts,
    file,
  };
}

/** The columns of the operation that hold this. */
export function remembering({ position, counts, file }: Pick<ImportState, 'position' | 'counts' | 'file'>) {
  const { cursor, batchRows, applied } = position;
  const before: Remembered = { file, batchRows, applied };
  return { cursor, before, result: { ...counts }, done: counts.imported + counts.revived };
}
