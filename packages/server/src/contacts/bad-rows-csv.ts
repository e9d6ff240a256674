import { sql } from 'drizzle-orm';
import { importLimits, type BadRowReason } from '@campaign-kit/shared/contact-import';
import { en, type WordKey } from '@campaign-kit/shared/words/en';
import { loadWords, type Spoken } from '@campaign-kit/shared/words/load';
import { say } from '@campaign-kit/shared/words/say';
import type { World } from '../world.ts';
import { csvLine } from './csv-line.ts';
import { importState } from './import-state.ts';

export const badRowsPage = 2_000;

export type BadRowFound = [line: number, reason: BadRowReason, cells: readonly string[]];

/**
 * The bad rows behind line `after` as CSV: the columns of the file, then line and problem. Page by page, joined they are one
 * file: mended it can be imported as it is. `next` is the `after` of the next page, null at the end.
 */
export async function badRowsCsv(
  { db }: World,
  organizationId: number,
  { operationId, after, locale = 'en' }: { operationId: number; after: number; locale?: string | undefined },
): Promise<{ csv: string; next: number | null }> {
  const { file } = await importState(db.read, organizationId, operationId);
  const rows = await badRows(db, operationId, after, badRowsPage);
  const csv = badRowsText(file?.columns ?? [], rows, after === 0, await loadWords(locale));
  return { csv, next: rows.length === badRowsPage ? (rows.at(-1)?.[0] ?? null) : null };
}

/** With a byte-order mark and a header when it begins the file; line and problem in the reader's language. */
export function badRowsText(
  columns: readonly string[],
  rows: readonly BadRowFound[],
  begins: boolean,
  { words, locale }: Spoken = { words: null, locale: 'en' },
): string {
  const told = (key: WordKey) => say(words ?? en, locale, key, { limit: importLimits.valueLength });
  const header = begins ? `\uFEFF${csvLine([...columns, told('badRow.line'), told('badRow.problem')])}` : '';
  const lines = rows.map(([line, reason, cells]) => {
    const padded = columns.map((_, place) => cells[place] ?? '');
    return csvLine([...padded, String(line), told(reason), ...cells.slice(columns.length)]);
  });
  return header + lines.join('');
}

/** Bad rows in the order of the file, as one string of JSON: many small rows cost the client too much. */
export async function badRows(
  db: World['db'],
  operationId: number,
  after: number,
  limit: number,
): Promise<BadRowFound[]> {
  const [found] = await db.read.all<{ rows: string }>(sql`
    SELECT json_group_array(json_array(line, reason, json(row))) AS rows FROM (
      SELECT line, reason, row FROM import_bad_rows
      WHERE operation_id = ${operationId} AND line > ${after} ORDER BY line LIMIT ${limit})`);
  return JSON.parse(found?.rows ?? '[]') as BadRowFound[];
}
