import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '@campaign-kit/shared/scopes';
import type { OperationKind, OperationState } from '@campaign-kit/shared/operation';
import type { LiveEvent } from '@campaign-kit/shared/events';
import { fact, instant, sendStatus, status } from './columns.ts';

const id = () => integer('id').primaryKey();
const organizationId = () =>
  integer('organization_id')
    .notNull()
    .references(() => organizations.id);

export const organizations = sqliteTable('organizations', {
  id: id(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull().default('America/New_York'),
  createdAt: instant('created_at').notNull(),
});

export const allowedOrigins = sqliteTable(
  'allowed_origins',
  { organizationId: organizationId(), origin: text('origin').notNull() },
  t => [primaryKey({ columns: [t.organizationId, t.origin] }), index('allowed_origins_origin').on(t.origin)],
);

/** The secret keys of hosts; only their hashes. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: id(),
    organizationId: organizationId(),
    name: text('name').notNull(),
    keyHash: text('key_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  t => [uniqueIndex('api_keys_hash').on(t.keyHash), index('api_keys_organization').on(t.organizationId)],
);

export const users = sqliteTable(
  'users',
  {
    id: id(),
    organizationId: organizationId(),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    suspendedAt: instant('suspended_at'),
    createdAt: instant('created_at').notNull(),
  },
  t => [
    uniqueIndex('users_external').on(t.organizationId, t.externalId),
    index('users_name').on(t.organizationId, t.name),
  ],
);

/** Tokens that are refused before they expire: one by its id, or all of a user that were made before an instant. */
export const sessionsRevoked = sqliteTable(
  'sessions_revoked',
  {
    id: id(),
    organizationId: organizationId(),
    userId: integer('user_id').references(() => users.id),
    tokenId: text('token_id'),
    issuedBefore: instant('issued_before').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  t => [
    index('sessions_revoked_user').on(t.organizationId, t.userId),
    index('sessions_revoked_token').on(t.tokenId),
    index('sessions_revoked_expiry').on(t.expiresAt),
  ],
);

export const teams = sqliteTable('teams', {
  id: id(),
  organizationId: organizationId(),
  name: text('name').notNull(),
  priority: integer('priority').notNull().default(0),
  maxPerRequest: integer('max_per_request'),
});

export const teamMembers = sqliteTable(
  'team_members',
  {
    teamId: integer('team_id')
      .notNull()
      .references(() => teams.id),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
  },
  t => [primaryKey({ columns: [t.teamId, t.userId] }), index('team_members_user').on(t.userId)],
);

export const offices = sqliteTable('offices', {
  id: id(),
  organizationId: organizationId(),
  name: text('name').notNull(),
});

/** Phones everywhere are the digits of E.164 as one integer. */
export const phoneNumbers = sqliteTable(
  'phone_numbers',
  {
    id: id(),
    organizationId: organizationId(),
    officeId: integer('office_id').references(() => offices.id),
    phone: integer('phone').notNull(),
    reusable: fact('reusable'),
    messagingServiceSid: text('messaging_service_sid'),
    /** The campaign that stands for what comes in unsolicited. */
    inboxCampaignId: integer('inbox_campaign_id'),
  },
  t => [uniqueIndex('phone_numbers_phone').on(t.phone)],
);

export const contactLists = sqliteTable(
  'contact_lists',
  {
    id: id(),
    organizationId: organizationId(),
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
    organizationId: organizationId(),
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
    organizationId: organizationId(),
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
    dueAt: instant('due_at'),
    scheduledAt: instant('scheduled_at'),
    launchedAt: instant('launched_at'),
    archivedAt: instant('archived_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  t => [index('campaigns_organization').on(t.organizationId, t.archivedAt, t.id)],
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
    createdAt: instant('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.campaignId, t.number] })],
);

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
    needsAttention: fact('needs_attention'),
    assistant: fact('assistant'),
    /** The last operation, if nothing else has changed the row since; the row as it was before stands beside. */
    operationId: integer('operation_id'),
    beforeTexterId: integer('before_texter_id'),
    beforeStatus: status('before_status'),
    beforePass: integer('before_pass'),
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
  },
  t => [
    index('messages_conversation').on(t.conversationId, t.id),
    uniqueIndex('messages_initial')
      .on(t.conversationId, t.initialOfPass)
      .where(sql`initial_of_pass IS NOT NULL`),
    uniqueIndex('messages_service')
      .on(t.serviceSid)
      .where(sql`service_sid IS NOT NULL`),
    index('messages_queued')
      .on(t.campaignId, t.id)
      .where(sql`send_status = 1`),
    index('messages_held')
      .on(t.campaignId, t.id)
      .where(sql`send_status = 0`),
  ],
);

export const tags = sqliteTable(
  'tags',
  {
    id: id(),
    organizationId: organizationId(),
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

export const conversationTags = sqliteTable(
  'conversation_tags',
  {
    conversationId: integer('conversation_id').notNull(),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tags.id),
  },
  t => [
    primaryKey({ columns: [t.conversationId, t.tagId] }),
    index('conversation_tags_tag').on(t.tagId, t.conversationId),
  ],
);

/** The phone is opted out in the whole organization. */
export const optOuts = sqliteTable(
  'opt_outs',
  {
    organizationId: organizationId(),
    phone: integer('phone').notNull(),
    reason: text('reason').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.organizationId, t.phone] })],
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

export const textRequests = sqliteTable(
  'text_requests',
  {
    id: id(),
    organizationId: organizationId(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind', { enum: ['unsent', 'unreplied'] }).notNull(),
    asked: integer('asked').notNull(),
    given: integer('given').notNull().default(0),
    state: text('state', { enum: ['waiting', 'approved', 'rejected'] }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [index('text_requests_state').on(t.organizationId, t.state, t.id)],
);

/** One run of one verb: progress, audit log and undo in one row. */
export const operations = sqliteTable(
  'operations',
  {
    id: id(),
    organizationId: organizationId(),
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
