import type { WordKey } from './words/en.ts';
import { id, z } from './input.ts';

/** What a column of the file can be; every other column becomes a custom field under its own name. */
export const importFields = ['phone', 'firstName', 'lastName', 'zip', 'externalId', 'zone'] as const;
export type ImportField = (typeof importFields)[number];

/** The separators that are detected. Any other single character can be given. */
export const separators = [',', ';', '\t', '|'] as const;

export const importLimits = {
  columns: 50,
  columnNameLength: 100,
  valueLength: 1_000,
  /** Bad rows that are kept to be downloaded; the rest is only counted. */
  badRowsKept: 100_000,
  /** Bad rows that the report itself tells. */
  badRowsShown: 1_000,
  /** The first bytes of a file are enough for a preview. */
  previewBytes: 65_536,
} as const;

const columnName = z.string().check(z.trim(), z.minLength(1), z.maxLength(importLimits.columnNameLength));

/** Which column of the file is what, by the column's name. */
export const importMapping = z.strictObject({
  separator: z.optional(z.string().check(z.regex(/^[^"\r\n]$/))),
  columns: z.strictObject({
    phone: columnName,
    firstName: z.optional(columnName),
    lastName: z.optional(columnName),
    zip: z.optional(columnName),
    externalId: z.optional(columnName),
    zone: z.optional(columnName),
  }),
});
export type ImportMapping = z.infer<typeof importMapping>;

export const startImportInput = z.strictObject({
  campaignId: id,
  fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  mapping: importMapping,
  /** The size of the file, for an estimate of its rows and to tell a file that was cut off. */
  bytes: z.optional(z.int().check(z.gte(0))),
  /** The caller's own id of this import, so that a double click is one import. */
  requestKey: z.optional(z.uuid()),
});
export type StartImport = z.infer<typeof startImportInput>;

/** The header of the upload that says which import it belongs to: a stream brings no other fields. */
export const importHeader = 'x-campaign-kit-import';

/** Why a row cannot be imported; each is a word key. */
export const badRowReasons = [
  'badRow.noPhone',
  'badRow.notAPhone',
  'badRow.tooShort',
  'badRow.tooLong',
  'badRow.extension',
  'badRow.unknownPhone',
  'badRow.unreadable',
  'badRow.valueTooLong',
  'badRow.tooManyCells',
] as const satisfies readonly WordKey[];
export type BadRowReason = (typeof badRowReasons)[number];

/** What became of the rows so far: `rows` is the sum of all others but `badKept`. */
export type ImportCounts = {
  rows: number;
  imported: number;
  /** Had been deleted from this campaign, and are back as if new. */
  revived: number;
  /** Twice in the file, or on the campaign already. */
  duplicates: number;
  optedOut: number;
  bad: number;
  badKept: number;
};

export const noImportCounts: ImportCounts = {
  rows: 0,
  imported: 0,
  revived: 0,
  duplicates: 0,
  optedOut: 0,
  bad: 0,
  badKept: 0,
};
