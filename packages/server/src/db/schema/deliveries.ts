import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DeliveryOutcome } from '@campaign-kit/shared/delivery';
import { fact, instant } from '../columns.ts';

/** What the provider told us, as it came: stored before it is understood, so that nothing is lost. */
export const webhookEvents = sqliteTable(
  'webhook_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: ['inbound', 'status'] }).notNull(),
    /** Told twice it is the same: the message's SID, and for a delivery its status. */
    key: text('key').notNull(),
    fields: text('fields', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    receivedAt: instant('received_at').notNull(),
    processedAt: instant('processed_at'),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
  },
  t => [
    uniqueIndex('webhook_events_key').on(t.kind, t.key),
    index('webhook_events_open')
      .on(t.id)
      .where(sql`processed_at IS NULL`),
    index('webhook_events_received').on(t.receivedAt),
  ],
);

/** How messages of a campaign ended, by the minute: what tells a jump of failures. */
export const deliveryMinutes = sqliteTable(
  'delivery_minutes',
  {
    campaignId: integer('campaign_id').notNull(),
    minute: integer('minute').notNull(),
    outcome: text('outcome').$type<DeliveryOutcome>().notNull(),
    count: integer('count').notNull(),
  },
  t => [primaryKey({ columns: [t.campaignId, t.minute, t.outcome] }), index('delivery_minutes_minute').on(t.minute)],
);

/** Kept counts of messages by direction, send status and error. */
export const messageCounts = sqliteTable(
  'message_counts',
  {
    campaignId: integer('campaign_id').notNull(),
    inbound: fact('inbound'),
    sendStatus: integer('send_status').notNull(),
    errorCode: integer('error_code').notNull(),
    count: integer('count').notNull(),
  },
  t => [primaryKey({ columns: [t.campaignId, t.inbound, t.sendStatus, t.errorCode] })],
);
