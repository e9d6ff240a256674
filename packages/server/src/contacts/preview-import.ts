import type { ImportField } from '@campaign-kit/shared/contact-import';
import { suggestMapping } from '@campaign-kit/shared/contact-import-mapping';
import { openCsv, type ByteSource } from './open-csv.ts';

const sampleRows = 5;

export type ImportPreview = {
  readonly separator: string;
  readonly columns: readonly string[];
  /** Column by field, as far as the header tells. */
  readonly mapping: Partial<Record<ImportField, string>>;
  readonly rows: readonly (readonly string[])[];
};

/** What the first bytes of a file tell; the rest of the stream is left unread. */
export async function previewImport(source: ByteSource, separator?: string): Promise<ImportPreview> {
  const csv = await openCsv(source, separator);
  const rows: (readonly string[])[] = [];
  for await (const portion of csv.portions) {
    rows.push(...portion.rows.slice(0, sampleRows - rows.length).map(({ cells }) => cells));
    if (rows.length >= sampleRows) break;
  }
  return { separator: csv.separator, columns: csv.columns, mapping: suggestMapping(csv.columns), rows };
}
