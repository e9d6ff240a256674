import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OperationKind, OperationState } from '@campaign-kit/shared/operation';
import type { BadRowReason } from '@campaign-kit/shared/contact-import';
import type { LiveEvent } from '@campaign-kit/shared/events';
import { id, instant } from '../columns.ts';
import { campaigns } from './campaigns.ts';
import { organizations, users } from './organizations.ts';

/** One run of one verb: progress, audit log and undo in one row. */
export const operations = sqliteTable(
  'operations',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    campaignId: integer('campaign_id').references(() => campaigns.id),
    userId: integer('user_id').references(() => users.id),
    kind: text('kind').$type<OperationKind>().notNull(),
    input: text('input', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    state: text('state').$type<OperationState>().notNull(),
    /** Rows that were expected to change, and rows that did. */
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    /** Every id up to here is dealt with. */
    cursor: integer('cursor').notNull().default(0),
    /** The last id when it started: what is added later is not part of it. */
    lastId: integer('last_id').notNull().default(0),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    cancelAskedAt: instant('cancel_asked_at'),
    leasedUntil: instant('leased_until').notNull().default(0),
    /** For the undo of another operation. */
    undoOf: integer('undo_of'),
    undoneBy: integer('undone_by'),
    /** What a change of the campaign itself replaced, and what the verb has to remember between two chunks. */
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>(),
    result: text('result', { mode: 'json' }).$type<Record<string, unknown>>(),
    error: text('error'),
    /** The caller's own id of this run, so that a double click is one run. */
    requestKey: text('request_key').notNull(),
  },
  t => [
    uniqueIndex('operations_request').on(t.organizationId, t.requestKey),
    index('operations_campaign').on(t.organizationId, t.campaignId, t.id),
    index('operations_running')
      .on(t.leasedUntil)
      .where(sql`state = 'running'`),
    index('operations_finished').on(t.finishedAt),
  ],
);

/** Rows of a file that could not be imported, to be downloaded, mended and sent again. */
export const importBadRows = sqliteTable(
  'import_bad_rows',
  {
    operationId: integer('operation_id')
      .notNull()
      .references(() => operations.id),
    /** Where the row begins in the file; the header is line 1. */
    line: integer('line').notNull(),
    reason: text('reason').$type<BadRowReason>().notNull(),
    /** The row as it came, a JSON array of its cells. */
    row: text('row', { mode: 'json' }).$type<string[]>().notNull(),
  },
  t => [primaryKey({ columns: [t.operationId, t.line] })],
);

/** Events, in the transaction that caused them; read after commit, by every process. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    organizationId: integer('organization_id').notNull(),
    event: text('event', { mode: 'json' }).$type<LiveEvent>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [index('outbox_created').on(t.createdAt)],
);
