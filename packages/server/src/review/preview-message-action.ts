import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewTarget } from '@campaign-kit/shared/review-filter';
import { describePreview, type Preview } from '../campaigns/preview-action.ts';
import { countSelection, type Counted } from '../conversations/count-selection.ts';
import { refuseUnknownTexters } from '../texters/refuse-unknown-texters.ts';
import type { SignedIn } from '../trpc/context.ts';
import { messageEffectOf } from './actions/effects.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { shareOut, type Share } from './share-out.ts';
import { rangesOfTarget, targeted } from './target.ts';

/** `split`: how a reassign deals the conversations out; null for the other actions. */
export type MessagePreview = Preview & { split: Share[] | null };

export type AskedOfTarget = { readonly target: ReviewTarget; readonly action: AskedMessageAction };

/** Counts exactly what the action would change now: the same selection that a run uses. */
export async function previewMessageAction(ctx: SignedIn, asked: AskedOfTarget): Promise<MessagePreview> {
  const { counted } = await countMessageAction(ctx, asked);
  return describeMessagePreview(ctx, asked.action, counted);
}

export async function describeMessagePreview(
  { db, session, now }: SignedIn,
  { name, input }: AskedMessageAction,
  counted: Counted,
): Promise<MessagePreview> {
  const split =
    name === 'reassign' ? await shareOut(db.read, session.organizationId, input.texterIds, counted.count) : null;
  return { ...describePreview(counted, now()), split };
}

/** Refuses what names anything of another organization, or texters who may get nothing. */
export async function countMessageAction(
  { db: { read }, session }: SignedIn,
  { target, action: { name, input } }: AskedOfTarget,
): Promise<{ counted: Counted; campaignIds: number[] }> {
  const { organizationId } = session;
  await refuseForeign(read, organizationId, target.filter);
  if (name === 'reassign') await refuseUnknownTexters(read, organizationId, input.texterIds);
  const { campaignIds, ranges } = await rangesOfTarget(read, organizationId, target);
  const leavesOut = messageEffectOf(name).leavesOut(input as never, organizationId);
  const selectionOf = await targeted(read, organizationId, target, leavesOut);
  const counted = await countSelection(read, ranges, selectionOf, { details: true });
  return { counted, campaignIds };
}
