import { importLimits } from '@campaign-kit/shared/contact-import';
import type { World } from '../world.ts';
import { badRows } from './bad-rows-csv.ts';
import { importState } from './import-state.ts';

/** What became of the rows, and the first of the bad ones with their lines and reasons. */
export async function importReport({ db }: World, organizationId: number, operationId: number) {
  const { id, campaignId, state, counts, file, input } = await importState(db.read, organizationId, operationId);
  const rows = await badRows(db, operationId, 0, importLimits.badRowsShown);
  return {
    operationId: id,
    campaignId,
    state,
    counts,
    fileName: input.fileName,
    columns: file?.columns ?? [],
    badRows: rows.map(([line, reason, cells]) => ({ line, reason, cells })),
  };
}
