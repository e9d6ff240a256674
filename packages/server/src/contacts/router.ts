import { octetInputParser } from '@trpc/server/http';
import { z } from 'zod';
import { importHeader, startImportInput } from '@campaign-kit/shared/contact-import';
import { id } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { badRowsCsv } from './bad-rows-csv.ts';
import { importReport } from './import-report.ts';
import { previewImport } from './preview-import.ts';
import { startImport } from './start-import.ts';
import { uploadImport } from './upload-import.ts';

const importer = can('contacts:import');
const ofImport = importer.input(z.strictObject({ operationId: id }));

export const contactsRouter = router({
  /** Takes the first 64 KB of the file as its body; a line `sep=;` before them says what separates. */
  previewImport: importer.input(octetInputParser).mutation(({ input }) => previewImport(input)),
  startImport: importer.input(startImportInput).mutation(({ ctx, input }) => startImport(ctx, ctx.session, input)),
  /** Takes the file as its body, and the id of the import in a header: a stream brings no other fields. */
  uploadImport: importer.input(octetInputParser).mutation(({ ctx, input }) =>
    uploadImport(ctx, {
      organizationId: ctx.session.organizationId,
      operationId: importOf(ctx.headers),
      source: input,
    }),
  ),
  importReport: ofImport.query(({ ctx, input }) => importReport(ctx, ctx.session.organizationId, input.operationId)),
  badRowsCsv: importer
    .input(z.strictObject({ operationId: id, after: z.int().min(0).default(0), locale: z.string().max(35).optional() }))
    .query(({ ctx, input }) => badRowsCsv(ctx, ctx.session.organizationId, input)),
});

/** No operation has the id 0. */
const importOf = (headers: Headers): number => id.safeParse(Number(headers.get(importHeader))).data ?? 0;
