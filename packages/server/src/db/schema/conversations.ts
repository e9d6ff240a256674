import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { fact, id, instant, sendStatus, status } from '../columns.ts';
import { campaigns, questions, tags } from './campaigns.ts';
import { organizations, users } from './organizations.ts';

/** Ids of conversations are handed out to campaigns in blocks, so that a bulk operation walks ranges and no index. */
export const conversationBlocks = sqliteTable(
  'conversation_blocks',
  {
    firstId: integer('first_id').primaryKey(),
    lastId: integer('last_id').notNull(),
    /** The next id that is free in this block. */
    nextId: integer('next_id').notNull(),
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id),
  },
  t => [index('conversation_blocks_campaign').on(t.campaignId, t.firstId)],
);

/** Narrow and moving: only small integers, so that half a million of them change in a fraction of a second. */
export const conversations = sqliteTable(
  'conversations',
  {
    id: id(),
    organizationId: integer('organization_id').notNull(),
    campaignId: integer('campaign_id').notNull(),
    contactId: integer('contact_id').notNull(),
    phone: integer('phone').notNull(),
    texterId: integer('texter_id'),
    status: status('status').notNull(),
    pass: integer('pass').notNull().default(1),
    /** The contact's time zone, by its number in the zone table; 0: not known. */
    zone: integer('zone').notNull().default(0),
    waitingSince: instant('waiting_since'),
    lastMessagedAt: instant('last_messaged_at'),
    /** The last message of either side; when there was none, when the conversation was made. */
    lastAt: instant('last_at').notNull(),
    replied: fact('replied'),
    newer: fact('newer'),
    /** The same phone is in a campaign with a lower id; only then a removal has something to tell there. */
    older: fact('older'),
    optedOut: fact('opted_out'),
    escalated: fact('escalated'),
    undeliverable: fact('undeliverable'),
    /** Reads as if the contact wants no more texts, without saying a word of the list: a person decides. */
    likelyOptOut: fact('likely_opt_out'),
    needsAttention: fact('needs_attention'),
    assistant: fact('assistant'),
    /** Which of our numbers we last wrote from: it stays the one that this person sees. */
    phoneNumberId: integer('phone_number_id'),
    /** The last operation, if nothing else has changed the row since; the row as it was before stands beside. */
    operationId: integer('operation_id'),
    beforeTexterId: integer('before_texter_id'),
    beforeStatus: status('before_status'),
    beforePass: integer('before_pass'),
    /** The operation before the last one, so that the undo of the last one gives the row back to it. */
    beforeOperationId: integer('before_operation_id'),
  },
  t => [
    uniqueIndex('conversations_phone').on(t.phone, t.campaignId),
    index('conversations_recent').on(t.organizationId, t.lastAt),
    index('conversations_campaign').on(t.campaignId, t.lastAt),
    index('conversations_pool_unsent')
      .on(t.campaignId, t.zone)
      .where(sql`status = 1 AND texter_id IS NULL AND opted_out = 0 AND escalated = 0`),
    index('conversations_pool_unreplied')
      .on(t.campaignId, t.waitingSince)
      .where(sql`status = 2 AND texter_id IS NULL AND opted_out = 0 AND escalated = 0`),
    index('conversations_held_unsent')
      .on(t.texterId, t.campaignId)
      .where(sql`status = 1 AND texter_id IS NOT NULL`),
    index('conversations_held_unreplied')
      .on(t.texterId, t.campaignId)
      .where(sql`status = 2 AND texter_id IS NOT NULL`),
    index('conversations_engaged')
      .on(t.campaignId, t.status, t.lastAt)
      .where(sql`status > 1`),
    index('conversations_texter')
      .on(t.texterId)
      .where(sql`texter_id IS NOT NULL`),
    /** Who waits longest. */
    index('conversations_waiting')
      .on(t.organizationId, t.waitingSince)
      .where(sql`status = 2`),
    /** Facts that few conversations have. None of the columns moves in a bulk operation, so they cost it nothing. */
    index('conversations_escalated')
      .on(t.campaignId)
      .where(sql`escalated = 1`),
    index('conversations_opted_out')
      .on(t.campaignId)
      .where(sql`opted_out = 1`),
    index('conversations_needs_attention')
      .on(t.campaignId)
      .where(sql`needs_attention = 1`),
    index('conversations_likely_opt_out')
      .on(t.campaignId)
      .where(sql`likely_opt_out = 1`),
  ],
);

export const messages = sqliteTable(
  'messages',
  {
    id: id(),
    organizationId: integer('organization_id').notNull(),
    campaignId: integer('campaign_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    inbound: fact('inbound'),
    /** The pass whose initial message this is; null for all others. */
    initialOfPass: integer('initial_of_pass'),
    text: text('text').notNull(),
    segments: integer('segments').notNull().default(1),
    /** Null for inbound messages. */
    sendStatus: sendStatus('send_status'),
    errorCode: integer('error_code'),
    serviceSid: text('service_sid'),
    /** Who wrote it; null for the contact and the assistant. */
    userId: integer('user_id'),
    createdAt: instant('created_at').notNull(),
    /** Which of our numbers it goes out from or came in at. */
    phoneNumberId: integer('phone_number_id'),
    /** Addresses of pictures. */
    media: text('media', { mode: 'json' }).$type<string[]>(),
    assistant: fact('assistant'),
    /** When a waiting message joins the queue; when one at the provider, of which nothing or nothing more is known, is looked up. */
    dueAt: instant('due_at'),
    attempts: integer('attempts').notNull().default(0),
    /** How often the provider was asked about this try and knew nothing of it. */
    looks: integer('looks').notNull().default(0),
    /** The writer's own id of this text, so that one that is sent twice over a bad network goes out once. */
    requestKey: text('request_key'),
  },
  t => [
    index('messages_conversation').on(t.conversationId, t.id),
    uniqueIndex('messages_initial')
      .on(t.conversationId, t.initialOfPass)
      .where(sql`initial_of_pass IS NOT NULL`),
    index('messages_initials')
      .on(t.campaignId, t.createdAt)
      .where(sql`initial_of_pass IS NOT NULL`),
    uniqueIndex('messages_service')
      .on(t.serviceSid)
      .where(sql`service_sid IS NOT NULL`),
    uniqueIndex('messages_request')
      .on(t.organizationId, t.requestKey)
      .where(sql`request_key IS NOT NULL`),
    index('messages_queued')
      .on(t.campaignId, t.id)
      .where(sql`send_status = 1`),
    index('messages_held')
      .on(t.campaignId, t.id)
      .where(sql`send_status = 0`),
    index('messages_waiting')
      .on(t.campaignId, t.id)
      .where(sql`send_status = -1`),
    /** The queue of a number: replies before initial messages. */
    index('messages_to_send')
      .on(t.phoneNumberId, sql`(initial_of_pass IS NOT NULL)`, t.id)
      .where(sql`send_status = 1`),
    index('messages_due')
      .on(t.sendStatus, t.dueAt)
      .where(sql`send_status < 0`),
    /** Taken by the provider, which has said no more about them yet. */
    index('messages_unheard')
      .on(t.dueAt)
      .where(sql`send_status = 2`),
    /** Undelivered and failed. */
    index('messages_failed')
      .on(t.conversationId, t.errorCode)
      .where(sql`send_status BETWEEN 5 AND 6`),
  ],
);

export const conversationTags = sqliteTable(
  'conversation_tags',
  {
    conversationId: integer('conversation_id').notNull(),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tags.id),
    /** The operation that put it there, so that its undo takes away what it added and no more. */
    operationId: integer('operation_id'),
  },
  t => [
    primaryKey({ columns: [t.conversationId, t.tagId] }),
    index('conversation_tags_tag').on(t.tagId, t.conversationId),
  ],
);

/** Who set a conversation aside for staff, why, and who settled it. The open one is the last. */
export const escalations = sqliteTable(
  'escalations',
  {
    id: id(),
    organizationId: integer('organization_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    userId: integer('user_id').references(() => users.id),
    reason: text('reason').notNull(),
    createdAt: instant('created_at').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: integer('resolved_by').references(() => users.id),
    /** The operation that set it aside together with others. */
    operationId: integer('operation_id'),
  },
  t => [
    index('escalations_conversation').on(t.conversationId, t.id),
    index('escalations_open')
      .on(t.organizationId, t.createdAt)
      .where(sql`resolved_at IS NULL`),
  ],
);

/** Conversations in which it is the assistant's turn to answer. */
export const assistantTurns = sqliteTable(
  'assistant_turns',
  {
    conversationId: integer('conversation_id').primaryKey(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
  },
  t => [index('assistant_turns_due').on(t.dueAt)],
);

/** The phone is opted out in the whole organization. */
export const optOuts = sqliteTable(
  'opt_outs',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    phone: integer('phone').notNull(),
    reason: text('reason').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.organizationId, t.phone] })],
);

export const answers = sqliteTable(
  'answers',
  {
    conversationId: integer('conversation_id').notNull(),
    questionId: integer('question_id')
      .notNull()
      .references(() => questions.id),
    value: text('value').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.conversationId, t.questionId] })],
);

export const textRequests = sqliteTable(
  'text_requests',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind', { enum: ['unsent', 'unreplied'] }).notNull(),
    asked: integer('asked').notNull(),
    given: integer('given').notNull().default(0),
    state: text('state', { enum: ['waiting', 'approved', 'rejected', 'withdrawn'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    decidedBy: integer('decided_by').references(() => users.id),
    decidedAt: instant('decided_at'),
    /** The asker's own id of it, so that one that is sent twice over a bad network gives once. */
    requestKey: text('request_key'),
    /** The same for whoever decided about it. */
    decisionKey: text('decision_key'),
  },
  t => [
    index('text_requests_user').on(t.userId, t.id),
    uniqueIndex('text_requests_key')
      .on(t.userId, t.requestKey)
      .where(sql`request_key IS NOT NULL`),
    index('text_requests_state').on(t.organizationId, t.state, t.id),
  ],
);

/** Who is typing in a conversation, and until when that is believed: the assistant is silent meanwhile. */
export const typing = sqliteTable(
  'typing',
  {
    conversationId: integer('conversation_id').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    until: instant('until').notNull(),
  },
  t => [index('typing_until').on(t.until)],
);
