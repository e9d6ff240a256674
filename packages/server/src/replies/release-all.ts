import { and, asc, eq, gt, isNull, isNotNull } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { isStale } from '@campaign-kit/shared/stale-preview';
import { describePreview, type Preview } from '../campaigns/preview-action.ts';
import { countSelection, type Counted } from '../conversations/count-selection.ts';
import { unreplied } from '../conversations/selections.ts';
import type { Reader } from '../db/open.ts';
import { campaignCounts, campaigns } from '../db/schema/campaigns.ts';
import { describeOperation, type DescribedOperation } from '../operations/describe-operations.ts';
import { rangesOf } from '../operations/ranges.ts';
import { startedBefore, startOperation } from '../operations/start-operation.ts';
import type { SignedIn } from '../trpc/context.ts';

/** Counts the replies of all active campaigns that have waited this long with a texter. */
export async function previewReleaseAll(ctx: SignedIn, { idleMinutes }: { idleMinutes: number }): Promise<Preview> {
  const { counted } = await countAll(ctx, idleMinutes);
  return describePreview(counted, ctx.now());
}

/** Releases them, over all active campaigns, as one operation. */
export async function releaseAll(
  ctx: SignedIn,
  { idleMinutes, previewed, requestKey }: { idleMinutes: number; previewed: number; requestKey: string },
): Promise<DescribedOperation> {
  const { session, db, now, bus } = ctx;
  const earlier = await startedBefore(db.read, session.organizationId, requestKey);
  if (earlier) return describeOperation(db.read, earlier, now());
  const { counted, campaignIds } = await countAll(ctx, idleMinutes);
  const { count } = counted;
  if (isStale(previewed, count, false)) {
    throw new Refusal('conflict', 'refusal.stalePreview', { count, previewed }, describePreview(counted, now()));
  }
  const operation = await db.write(async tx => {
    const start = { kind: 'releaseReplies', campaignId: null, input: { idleMinutes } } as const;
    return (
      (await startedBefore(tx, session.organizationId, requestKey)) ??
      startOperation(tx, ctx, { ...start, total: count, requestKey, before: { campaignIds } })
    );
  });
  bus.poke();
  return describeOperation(db.read, operation, now());
}

async function countAll(ctx: SignedIn, idleMinutes: number): Promise<{ counted: Counted; campaignIds: number[] }> {
  const campaignIds = await campaignsWithReplies(ctx.db.read, ctx.session.organizationId);
  const ranges = await rangesOf(ctx.db.read, campaignIds, Number.MAX_SAFE_INTEGER);
  const counted = await countSelection(ctx.db.read, ranges, unreplied(ctx.now() - idleMinutes * 60_000), {
    details: true,
  });
  return { counted, campaignIds };
}

/** Active campaigns in which, by the kept count, a reply waits. */
async function campaignsWithReplies(read: Reader, organizationId: number): Promise<number[]> {
  const found = await read
    .select({ id: campaigns.id })
    .from(campaigns)
    .innerJoin(campaignCounts, eq(campaignCounts.campaignId, campaigns.id))
    .where(
      and(
        eq(campaigns.organizationId, organizationId),
        isNull(campaigns.archivedAt),
        isNotNull(campaigns.launchedAt),
        gt(campaignCounts.needsResponse, 0),
      ),
    )
    .orderBy(asc(campaigns.id));
  return found.map(({ id }) => id);
}
