import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '@campaign-kit/shared/scopes';
import { fact, id, instant } from '../columns.ts';

export const organizations = sqliteTable('organizations', {
  id: id(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull().default('America/New_York'),
  /** How many conversations one request may ask for, where no team says otherwise. */
  maxPerRequest: integer('max_per_request').notNull().default(200),
  requestApproval: text('request_approval', { enum: ['automatic', 'admin'] })
    .notNull()
    .default('automatic'),
  /** Where the host's own assistant answers, and the secret that its calls are signed with. */
  assistantUrl: text('assistant_url'),
  assistantSecret: text('assistant_secret'),
  /** One message leaves in so many ms, whichever number it is from; null: only the numbers' own pace counts. */
  sendEveryMs: integer('send_every_ms'),
  /** No message leaves before, where there is such a pace. */
  nextSendAt: instant('next_send_at').notNull().default(0),
  createdAt: instant('created_at').notNull(),
});

export const allowedOrigins = sqliteTable(
  'allowed_origins',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    origin: text('origin').notNull(),
  },
  t => [primaryKey({ columns: [t.organizationId, t.origin] }), index('allowed_origins_origin').on(t.origin)],
);

/** The secret keys of hosts; only their hashes. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
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
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
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
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
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

export const teams = sqliteTable(
  'teams',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    /** The campaigns of the team with the highest number are offered first. */
    priority: integer('priority').notNull().default(0),
    maxPerRequest: integer('max_per_request'),
  },
  t => [index('teams_organization').on(t.organizationId)],
);

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
  organizationId: integer('organization_id')
    .notNull()
    .references(() => organizations.id),
  name: text('name').notNull(),
});

/** Phones everywhere are the digits of E.164 as one integer. */
export const phoneNumbers = sqliteTable(
  'phone_numbers',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    officeId: integer('office_id').references(() => offices.id),
    phone: integer('phone').notNull(),
    reusable: fact('reusable'),
    messagingServiceSid: text('messaging_service_sid'),
    /** The campaign that stands for what comes in unsolicited. */
    inboxCampaignId: integer('inbox_campaign_id'),
    /** A carrier takes one message in so many ms from this number. */
    sendEveryMs: integer('send_every_ms').notNull().default(1_000),
    /** No message leaves before. */
    nextSendAt: instant('next_send_at').notNull().default(0),
    /** When the provider was last asked what came in: nothing older can be missing. 0: it was not asked yet. */
    askedAt: instant('asked_at').notNull().default(0),
  },
  t => [
    uniqueIndex('phone_numbers_phone').on(t.phone),
    index('phone_numbers_organization').on(t.organizationId),
    index('phone_numbers_next').on(t.nextSendAt),
  ],
);
