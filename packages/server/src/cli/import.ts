import { InvalidArgumentError } from 'commander';
import { eq } from 'drizzle-orm';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  importFields,
  importLimits,
  type ImportCounts,
  type ImportField,
  type ImportMapping,
} from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import { badRowsCsv, badRowsText } from '../contacts/bad-rows-csv.ts';
import { checkFile } from '../contacts/check-file.ts';
import { importState } from '../contacts/import-state.ts';
import type { ByteSource } from '../contacts/open-csv.ts';
import { previewImport } from '../contacts/preview-import.ts';
import { startImport } from '../contacts/start-import.ts';
import { uploadImport } from '../contacts/upload-import.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import type { World } from '../world.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

type Options = {
  campaign: number;
  map: Partial<Record<ImportField, string>>;
  separator?: string;
  import?: number;
  dryRun?: boolean;
  badRows?: string;
};

export const importContacts: AddCommand = (program, { withWorld, say }) => {
  program
    .command('import')
    .description('import contacts of a CSV file into a campaign; ends with 0 also where some rows were bad')
    .argument('<file>', 'a CSV file in UTF-8, or - for what is piped in')
    .requiredOption('--campaign <id>', 'the campaign', integer)
    .option(
      '--map <field=column>',
      `which column is what; fields: ${importFields.map(snake).join(', ')}. Once for each; the header tells the others`,
      mapped,
      {},
    )
    .option(
      '--separator <character>',
      'what separates the cells: one character or “tab”; else it is detected',
      separator,
    )
    .option('--import <id>', 'go on with an import that broke off, with the same file', integer)
    .option('--dry-run', 'say what would be done, and do nothing')
    .option('--bad-rows <file>', 'write the rows that could not be imported there, as CSV')
    .action(async (file: string, options: Options) => {
      const counts = await withWorld(world => run(world, file, options));
      say(counts, told(counts, options));
    });
};

async function run(world: World, file: string, options: Options): Promise<ImportCounts & { importId: number | null }> {
  const organizationId = await organizationOf(world, options.campaign);
  const { source, bytes } = await opened(file);
  const { preview, all } = await peeked(source, options.separator);
  const columns = { ...preview.mapping, ...options.map } as ImportMapping['columns'];
  if (!columns.phone) throw new Refusal('validation', 'refusal.importNoPhoneColumn');
  const mapping: ImportMapping = { separator: preview.separator, columns };
  const fileName = file === '-' ? 'standard input' : basename(file);
  const asked = { campaignId: options.campaign, fileName, mapping, ...(bytes === null ? {} : { bytes }) };

  if (options.dryRun) {
    const { counts, columns, badRows } = await checkFile(world, { organizationId, ...asked, source: all });
    if (options.badRows) await written(options.badRows, [badRowsText(columns, badRows, true)]);
    return { importId: null, ...counts };
  }
  const operationId = options.import ?? (await startImport(world, { organizationId, userId: null }, asked)).id;
  const stop = showProgress(world, organizationId, operationId);
  try {
    await uploadImport(world, { organizationId, operationId, source: all });
  } finally {
    stop();
  }
  if (options.badRows) await written(options.badRows, badRowPages(world, organizationId, operationId));
  const { counts } = await importState(world.db.read, organizationId, operationId);
  return { importId: operationId, ...counts };
}

const told = (counts: ImportCounts, { campaign, dryRun }: Options) =>
  [
    `${dryRun ? 'Would import' : 'Imported'} ${counts.imported + counts.revived} of ${counts.rows} rows into campaign ${campaign}.`,
    `Deleted before and back again: ${counts.revived}. Twice, or there already: ${counts.duplicates}.`,
    `Opted out: ${counts.optedOut}. Bad: ${counts.bad}.`,
  ].join('\n');

/** The operator has no session: the campaign says whose it is. */
async function organizationOf({ db }: World, campaignId: number): Promise<number> {
  const where = eq(campaigns.id, campaignId);
  const [found] = await db.read.select({ organizationId: campaigns.organizationId }).from(campaigns).where(where);
  if (!found) throw new Refusal('not_found', 'refusal.noCampaign');
  return found.organizationId;
}

async function opened(file: string): Promise<{ source: Readable; bytes: number | null }> {
  if (file === '-') return { source: process.stdin, bytes: null };
  const { size } = await stat(file).catch(() => {
    throw new Refusal('not_found', 'refusal.importNoFile', { name: file });
  });
  return { source: createReadStream(file), bytes: size };
}

/** The head of the source, looked at, and the whole of it again: what is piped in comes only once. */
async function peeked(source: Readable, given?: string) {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const head: Uint8Array[] = [];
  for (let bytes = 0; bytes < importLimits.previewBytes; bytes += head.at(-1)?.length ?? 0) {
    const next = await pieces.next();
    if (next.done) break;
    head.push(next.value);
  }
  const preview = await previewImport(Readable.from(head), given);
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* head.splice(0);
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  }
  return { preview, all: all() as ByteSource };
}

/** One line that moves, where somebody is looking. */
function showProgress({ db }: World, organizationId: number, operationId: number): () => void {
  if (!process.stderr.isTTY) return () => {};
  const timer = setInterval(() => {
    void importState(db.read, organizationId, operationId).then(({ counts }) =>
      process.stderr.write(
        `\rImport ${operationId}: ${counts.rows} rows, ${counts.imported} imported, ${counts.bad} bad `,
      ),
    );
  }, 500);
  return () => {
    clearInterval(timer);
    process.stderr.write('\n');
  };
}

async function* badRowPages(world: World, organizationId: number, operationId: number): AsyncGenerator<string> {
  for (let after: number | null = 0; after !== null;) {
    const page: { csv: string; next: number | null } = await badRowsCsv(world, organizationId, { operationId, after });
    yield page.csv;
    after = page.next;
  }
}

const written = (file: string, text: AsyncIterable<string> | Iterable<string>) =>
  pipeline(Readable.from(text), createWriteStream(file));

const snake = (field: string) => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

function mapped(text: string, before: Options['map']): Options['map'] {
  const [name = '', ...column] = text.split('=');
  const field = importFields.find(known => known === name || snake(known) === name);
  if (!field || column.length === 0) throw new InvalidArgumentError('It is a field, an equals sign and a column.');
  return { ...before, [field]: column.join('=').trim() };
}

function separator(text: string): string {
  const character = text === 'tab' || text === '\\t' ? '\t' : text;
  if (!/^[^"\r\n]$/.test(character)) throw new InvalidArgumentError('It is one character, or “tab”.');
  return character;
}
