import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { fact, id, instant } from '../columns.ts';
import type { AssistantRule } from '@campaign-kit/shared/assistant-rules';
import type { NotReady } from '@campaign-kit/shared/launch';
import type { PausedReason } from '@campaign-kit/shared/delivery';
import { offices, organizations, phoneNumbers, teams } from './organizations.ts';

export const contactLists = sqliteTable(
  'contact_lists',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    /** The names of the imported columns, in their order. */
    columns: text('columns', { mode: 'json' }).$type<string[]>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [index('contact_lists_organization').on(t.organizationId)],
);

/** Wide and still: written once by the import, read by lists, never by a bulk operation. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    contactListId: integer('contact_list_id')
      .notNull()
      .references(() => contactLists.id),
    phone: integer('phone').notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    zip: text('zip').notNull(),
    externalId: text('external_id').notNull(),
    custom: text('custom', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [uniqueIndex('contacts_phone').on(t.contactListId, t.phone)],
);

export const campaigns = sqliteTable(
  'campaigns',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    title: text('title').notNull(),
    officeId: integer('office_id').references(() => offices.id),
    phoneNumberId: integer('phone_number_id').references(() => phoneNumbers.id),
    contactListId: integer('contact_list_id').references(() => contactLists.id),
    operatedBy: text('operated_by', { enum: ['agents', 'assistant'] })
      .notNull()
      .default('agents'),
    timeZone: text('time_zone').notNull(),
    /** Texting hours in the contact's zone, minutes after midnight. */
    textingFromMinute: integer('texting_from_minute').notNull().default(540),
    textingToMinute: integer('texting_to_minute').notNull().default(1260),
    autoAssign: fact('auto_assign'),
    /** Null: replies are not released by themselves. */
    autoReleaseMinutes: integer('auto_release_minutes'),
    /** Initial messages go out by themselves, for conversations that no texter holds. */
    autoSend: text('auto_send', { enum: ['off', 'running', 'paused'] })
      .notNull()
      .default('off'),
    autoSendPerHour: integer('auto_send_per_hour'),
    /** With a limit per hour: no message goes out by itself before. */
    autoSendNextAt: instant('auto_send_next_at').notNull().default(0),
    /** Whose first name stands in the messages that go out by themselves. */
    autoSendBy: integer('auto_send_by'),
    /** How many have gone to the queue by themselves since it was last started. */
    autoSent: integer('auto_sent').notNull().default(0),
    /** Set when failures made the server stop sending; the reason is for the people who may resume it. */
    sendingPausedAt: instant('sending_paused_at'),
    sendingPausedReason: text('sending_paused_reason', { mode: 'json' }).$type<PausedReason>(),
    assistantRules: text('assistant_rules', { mode: 'json' }).$type<AssistantRule[]>(),
    dueAt: instant('due_at'),
    scheduledAt: instant('scheduled_at'),
    /** Why it was not launched at its hour; it then waits for a person. */
    launchHeld: text('launch_held').$type<NotReady>(),
    launchedAt: instant('launched_at'),
    archivedAt: instant('archived_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  t => [
    index('campaigns_organization').on(t.organizationId, t.archivedAt, t.id),
    index('campaigns_auto_send')
      .on(t.id)
      .where(sql`auto_send = 'running'`),
    index('campaigns_auto_release')
      .on(t.id)
      .where(sql`auto_release_minutes IS NOT NULL`),
    index('campaigns_scheduled')
      .on(t.scheduledAt)
      .where(sql`launched_at IS NULL`),
  ],
);

/** A campaign with teams is offered to their members only. */
export const campaignTeams = sqliteTable(
  'campaign_teams',
  {
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    teamId: integer('team_id')
      .notNull()
      .references(() => teams.id),
  },
  t => [primaryKey({ columns: [t.campaignId, t.teamId] }), index('campaign_teams_team').on(t.teamId)],
);

/** Each round of initial messages has its own script. */
export const passes = sqliteTable(
  'passes',
  {
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    number: integer('number').notNull(),
    script: text('script').notNull(),
    /** Other wordings of the script; each conversation gets always the same one of them all. */
    variants: text('variants', { mode: 'json' }).$type<string[]>(),
    createdAt: instant('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.campaignId, t.number] })],
);

export const tags = sqliteTable(
  'tags',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [uniqueIndex('tags_name').on(t.organizationId, t.name)],
);

export const campaignTags = sqliteTable(
  'campaign_tags',
  {
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tags.id),
  },
  t => [primaryKey({ columns: [t.campaignId, t.tagId] }), index('campaign_tags_tag').on(t.tagId)],
);

export const questions = sqliteTable(
  'questions',
  {
    id: id(),
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** The answer that leads here; null at the root. */
    parentAnswerOptionId: integer('parent_answer_option_id'),
    text: text('text').notNull(),
    options: text('options', { mode: 'json' }).$type<{ id: number; answer: string; reply: string }[]>().notNull(),
    position: integer('position').notNull(),
  },
  t => [index('questions_campaign').on(t.campaignId, t.position)],
);

export const cannedReplies = sqliteTable(
  'canned_replies',
  {
    id: id(),
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    title: text('title').notNull(),
    text: text('text').notNull(),
    position: integer('position').notNull(),
  },
  t => [index('canned_replies_campaign').on(t.campaignId, t.position)],
);

/** Kept counts: one wide row a campaign, moved by the change in the transaction of the change. */
export const campaignCounts = sqliteTable('campaign_counts', {
  campaignId: integer('campaign_id').primaryKey(),
  needsMessage: integer('needs_message').notNull().default(0),
  messaged: integer('messaged').notNull().default(0),
  needsResponse: integer('needs_response').notNull().default(0),
  convo: integer('convo').notNull().default(0),
  closed: integer('closed').notNull().default(0),
  removed: integer('removed').notNull().default(0),
  unmessaged: integer('unmessaged').notNull().default(0),
  marked: integer('marked').notNull().default(0),
  assignedUnsent: integer('assigned_unsent').notNull().default(0),
  assignedUnreplied: integer('assigned_unreplied').notNull().default(0),
  optedOut: integer('opted_out').notNull().default(0),
  escalated: integer('escalated').notNull().default(0),
});
