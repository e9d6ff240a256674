import { CsvError, parse } from 'csv-parse';
import { setImmediate as breathe } from 'node:timers/promises';
import { Refusal } from '@campaign-kit/shared/refusal';

/** One row of the file; `line` is where it begins, the first being 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** A row longer than this is a quote that was never closed; it is not waited for until memory is full. */
const longestRow = 262_144;

/** Parses what it is fed (RFC 4180, any line ending, stray quotes as they stand). Rows without any text are left out. */
export function csvParser(separator: string) {
  let rows: CsvRow[] = [];
  let line = 1;
  let failure: Error | null = null;
  const parser = parse({
    bom: true,
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    trim: separator.trim() !== '',
    max_record_size: longestRow,
    on_record: (cells: string[]) => {
      const begins = line;
      let empty = true;
      line += 1;
      for (const cell of cells) {
        if (cell !== '') empty = false;
        if (cell.includes('\n') || cell.includes('\r')) line += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
      }
      if (!empty) rows.push({ line: begins, cells });
      return null;
    },
  });
  parser.on('error', (error: Error) => (failure ??= error));
  parser.resume();

  /** An error comes a tick later, and after the rows before it; the event loop has its turn in any case. */
  const taken = async () => {
    await breathe();
    const found = rows;
    rows = [];
    if (failure === null || found.length > 0) return found;
    throw failure instanceof CsvError ? new Refusal('validation', 'refusal.importQuote', { line }) : failure;
  };

  return {
    /** The rows that ended in these bytes; a few KB at once, or the event loop waits too long. */
    feed: (bytes: Uint8Array): Promise<CsvRow[]> => {
      if (failure === null) parser.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      return taken();
    },
    /** The last row, when no line break ends it. */
    end: async (): Promise<CsvRow[]> => {
      if (failure === null) parser.end();
      const last = await taken();
      return failure === null ? last : [...last, ...(await taken())];
    },
  };
}
