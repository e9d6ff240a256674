import { setImmediate as breathe } from 'node:timers/promises';
import {
  importLimits,
  noImportCounts,
  type ImportCounts,
  type ImportMapping,
} from '@campaign-kit/shared/contact-import';
import type { World } from '../world.ts';
import type { BadRowFound } from './bad-rows-csv.ts';
import { jsonOfRows } from './jsonb-rows.ts';
import type { ByteSource } from './open-csv.ts';
import { readContacts, type ContactFile } from './read-contacts.ts';
import { sortContacts } from './sort-contacts.ts';

type Asked = {
  readonly organizationId: number;
  readonly campaignId: number;
  readonly mapping: ImportMapping;
  readonly source: ByteSource;
};

const chunkRows = 1_000;
const fromTheStart = { cursor: 0, batchRows: 0, applied: 0 };

/** What an import of the file would do now, without writing anything. Remembers every phone: 40 MB for 500,000 rows. */
export async function checkFile(
  { db }: World,
  { mapping, source, ...to }: Asked,
): Promise<{ counts: ImportCounts; columns: readonly string[]; badRows: BadRowFound[] }> {
  const file = await readContacts(source, mapping);
  try {
    return { ...(await checkAll(db, to, file)), columns: file.columns };
  } finally {
    file.close();
  }
}

async function checkAll(
  db: World['db'],
  to: Pick<Asked, 'organizationId' | 'campaignId'>,
  file: ContactFile,
): Promise<{ counts: ImportCounts; badRows: BadRowFound[] }> {
  const counts = { ...noImportCounts };
  const badRows: BadRowFound[] = [];
  const seen = new Set<number>();
  for await (const batch of file.batches(fromTheStart)) {
    counts.rows += batch.rows;
    for (let from = 0; from < batch.rows;) {
      const { contacts, bad, badRows: badRowsOf, end } = batch.chunk(from, chunkRows);
      const { fresh, revived, duplicates, optedOut } = await sortContacts(db.read, to, contacts);
      const twice = [...fresh, ...revived].filter(({ contact }) => seen.has(contact.phone)).length;
      const back = revived.filter(({ contact }) => !seen.has(contact.phone)).length;
      for (const { contact } of [...fresh, ...revived]) seen.add(contact.phone);
      counts.imported += fresh.length + revived.length - twice - back;
      counts.revived += back;
      counts.duplicates += duplicates + twice;
      counts.optedOut += optedOut;
      counts.bad += bad;
      const kept = Math.max(0, importLimits.badRowsKept - badRows.length);
      badRows.push(...jsonOfRows(badRowsOf(kept)).map(row => JSON.parse(row) as BadRowFound));
      from = end;
      await breathe();
    }
  }
  return { counts: { ...counts, badKept: badRows.length }, badRows };
}
