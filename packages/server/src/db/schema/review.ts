import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import { id, instant } from '../columns.ts';
import { organizations, users } from './organizations.ts';

/** Filters of message review that somebody wants to come back to. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: id(),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    filter: text('filter', { mode: 'json' }).$type<ReviewFilter>().notNull(),
    sort: text('sort').$type<ReviewSort>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  t => [uniqueIndex('saved_views_name').on(t.userId, t.name)],
);

/** Names in the form in which they are sorted, and phones from behind. Learned after the import: it has to be fast. */
export const contactNames = sqliteTable(
  'contact_names',
  {
    contactId: integer('contact_id').primaryKey(),
    organizationId: integer('organization_id').notNull(),
    phone: integer('phone').notNull(),
    /** Last name first, without case and accents. */
    name: text('name').notNull(),
    /** The digits of the phone from the last to the first, so that its end is found as a beginning. */
    phoneReversed: text('phone_reversed').notNull(),
  },
  t => [
    index('contact_names_order').on(t.organizationId, t.name),
    index('contact_names_phone_end').on(t.organizationId, t.phoneReversed),
  ],
);

/** Every contact up to this one is learned, but those whose name has changed since. One row. */
export const namesLearned = sqliteTable('names_learned', {
  id: id(),
  lastContactId: integer('last_contact_id').notNull(),
});

/** Contacts whose name has changed since it was learned. */
export const namesChanged = sqliteTable('names_changed', { contactId: integer('contact_id').primaryKey() });
