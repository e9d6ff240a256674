import { and, asc, count, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import { savedViews } from '../db/schema/review.ts';
import type { SignedIn } from '../trpc/context.ts';

export type SavedView = { id: number; name: string; filter: ReviewFilter; sort: ReviewSort };

/** A list that is to be looked through by eye. */
const mostViews = 50;

const shown = { id: savedViews.id, name: savedViews.name, filter: savedViews.filter, sort: savedViews.sort };

const ofUser = ({ session }: SignedIn) =>
  and(eq(savedViews.organizationId, session.organizationId), eq(savedViews.userId, session.userId));

/** The filters that this user has saved, by name. */
export const listViews = (ctx: SignedIn): Promise<SavedView[]> =>
  ctx.db.read.select(shown).from(savedViews).where(ofUser(ctx)).orderBy(asc(savedViews.name));

/** Saves a filter under a name; one of the same name is replaced. */
export async function saveView(ctx: SignedIn, view: Omit<SavedView, 'id'>): Promise<SavedView> {
  const { db, session, now } = ctx;
  const { organizationId, userId } = session;
  const { filter, sort } = view;
  return db.write(async tx => {
    const [saved] = await tx
      .insert(savedViews)
      .values({ ...view, organizationId, userId, createdAt: now() })
      .onConflictDoUpdate({ target: [savedViews.userId, savedViews.name], set: { filter, sort } })
      .returning(shown);
    const [sum] = await tx.select({ views: count() }).from(savedViews).where(ofUser(ctx));
    if (sum!.views > mostViews) throw new Refusal('validation', 'refusal.tooManyViews', { most: mostViews });
    return saved!;
  });
}

/** Forgets a saved filter of this user. */
export async function removeView(ctx: SignedIn, { viewId }: { viewId: number }): Promise<void> {
  await ctx.db.write(async tx => {
    const { rowsAffected } = await tx.delete(savedViews).where(and(ofUser(ctx), eq(savedViews.id, viewId)));
    if (rowsAffected === 0) throw new Refusal('not_found', 'refusal.noView');
  });
}
