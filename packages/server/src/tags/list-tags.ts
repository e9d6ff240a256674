import { asc, eq } from 'drizzle-orm';
import { tags } from '../db/schema/campaigns.ts';
import type { SignedIn } from '../trpc/context.ts';

/** All tags of the organization, by name. */
export const listTags = ({ db, session }: SignedIn) =>
  db.read
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.organizationId, session.organizationId))
    .orderBy(asc(tags.name));
