import { columnNames } from '@campaign-kit/shared/contact-import-mapping';
import { importLimits, separators } from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import { csvParser, type CsvRow } from './csv-parser.ts';

/** Bytes as they come: an HTTP body, a file stream. */
export type ByteSource = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** A CSV file whose head has been read: what separates, what the columns are called, and the rows, in portions. */
export type OpenCsv = {
  readonly separator: string;
  readonly columns: readonly string[];
  /** `bytes`: how many were read up to here. */
  readonly portions: AsyncGenerator<{ rows: CsvRow[]; bytes: number }, void>;
};

/** Every parser begins slowly: its code is compiled anew as it runs, and 32 KB would hold the event loop for 20 ms. */
const sliceBytes = 8_192;

/** Reads the head and refuses what is not text in UTF-8. `source` is pulled only as fast as the portions are taken. */
export async function openCsv(source: ByteSource, given?: string): Promise<OpenCsv> {
  const incoming = slices(source);
  const head: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < importLimits.previewBytes) {
    const { value } = await incoming.next();
    if (!value) break;
    head.push(value);
    bytes += value.length;
  }
  const start = Buffer.concat(head);
  needsText(start);
  const separator = given ?? said(start) ?? (await detected(start));
  const portions = parsed(separator, head, incoming);
  const columns = await header(portions);
  return { separator, columns: columns.names, portions: followed(columns.rest, portions) };
}

/** What a spreadsheet says in a first line `sep=;`. */
const said = (start: Buffer) => /^\uFEFF?"?sep=(.)"?[\r\n]/i.exec(start.toString('utf8', 0, 16))?.[1];

function needsText(start: Buffer): void {
  const starts = (...signature: number[]) => signature.every((byte, at) => start[at] === byte);
  if (start.length === 0) throw new Refusal('validation', 'refusal.importEmpty');
  const archive = starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0) || starts(0x1f, 0x8b);
  if (archive || starts(0x25, 0x50, 0x44, 0x46)) throw new Refusal('validation', 'refusal.importNotCsv');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
  } catch {
    throw new Refusal('validation', 'refusal.importNotUtf8');
  }
  if (start.includes(0)) throw new Refusal('validation', 'refusal.importNotUtf8');
}

/** The separator that gives the head the most columns, and each row as many as its header. */
async function detected(start: Buffer): Promise<string> {
  let best = { separator: separators[0] as string, score: 0 };
  for (const separator of separators) {
    const parser = csvParser(separator);
    const rows: CsvRow[] = [];
    try {
      for (let at = 0; at < start.length && rows.length < 50; at += sliceBytes) {
        rows.push(...(await parser.feed(start.subarray(at, at + sliceBytes))));
      }
      if (start.length < importLimits.previewBytes) rows.push(...(await parser.end()));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    const columns = rows[0]?.cells.length ?? 0;
    const alike = rows.filter(row => row.cells.length === columns).length / rows.length;
    const score = columns > 1 ? columns * alike * alike : 0;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

async function* slices(source: ByteSource): AsyncGenerator<Uint8Array, undefined> {
  for await (const piece of source as AsyncIterable<Uint8Array>) {
    for (let at = 0; at < piece.length; at += sliceBytes) yield piece.subarray(at, at + sliceBytes);
  }
}

async function* parsed(
  separator: string,
  head: Uint8Array[],
  rest: AsyncGenerator<Uint8Array, undefined>,
): OpenCsv['portions'] {
  const parser = csvParser(separator);
  let bytes = 0;
  try {
    for (;;) {
      const slice = head.shift() ?? (await rest.next()).value;
      if (!slice) break;
      bytes += slice.length;
      yield { rows: await parser.feed(slice), bytes };
    }
    yield { rows: await parser.end(), bytes };
  } finally {
    await rest.return(undefined);
  }
}

async function header(portions: OpenCsv['portions']) {
  const rows: CsvRow[] = [];
  let bytes = 0;
  for (let next = await portions.next(); !next.done; next = await portions.next()) {
    rows.push(...next.value.rows);
    bytes = next.value.bytes;
    if (/^sep=.?$/i.test(rows[0]?.cells.join('') ?? '')) rows.shift();
    const [first, ...rest] = rows;
    if (!first) continue;
    const cells = first.cells.slice(0, first.cells.findLastIndex(cell => cell !== '') + 1);
    if (cells.length > importLimits.columns) {
      const values = { count: cells.length, limit: importLimits.columns };
      await portions.return();
      throw new Refusal('validation', 'refusal.importTooManyColumns', values);
    }
    return { names: columnNames(cells), rest: { rows: rest, bytes } };
  }
  throw new Refusal('validation', 'refusal.importEmpty');
}

async function* followed(first: { rows: CsvRow[]; bytes: number }, rest: OpenCsv['portions']): OpenCsv['portions'] {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return();
  }
}
