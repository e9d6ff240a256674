import { faces } from '@campaign-kit/shared/campaign-actions/faces';
import type { AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import type { LeftOut } from '@campaign-kit/shared/left-out';
import { countSelection, type Counted } from '../conversations/count-selection.ts';
import { rangesOf } from '../operations/ranges.ts';
import type { SignedIn } from '../trpc/context.ts';
import type { World } from '../world.ts';
import { effectOf } from './actions/effects.ts';
import { campaignOf } from './campaign.ts';

/** What an action would change, and who is left out and why. `at` is the instant that it speaks of. */
export type Preview = {
  count: number;
  total: number;
  leftOut: { reason: LeftOut; count: number }[];
  texters: number | null;
  campaigns: number;
  oldestWaitingSince: number | null;
  at: number;
};

/** Counts exactly what the action would change now: the same selection that a run uses. */
export async function previewAction(
  ctx: SignedIn,
  { campaignId, action }: { campaignId: number; action: AskedAction },
): Promise<Preview> {
  const campaign = await campaignOf(ctx.db.read, ctx.session.organizationId, campaignId);
  const counted = await countAction(ctx, campaign.id, action, ctx.now());
  return describePreview(counted, ctx.now());
}

/** Null for actions that change no conversations. */
export async function countAction(
  { db }: World,
  campaignId: number,
  { name, input }: AskedAction,
  at: number,
): Promise<Counted | null> {
  const { select, details = false } = effectOf(name);
  if (!select) return null;
  const ranges = await rangesOf(db.read, [campaignId], Number.MAX_SAFE_INTEGER);
  return countSelection(db.read, ranges, select(input as never, at), { details });
}

export function describePreview(counted: Counted | null, at: number): Preview {
  const { count = 0, total = 0, leftOut = [], campaigns = 1, details = null } = counted ?? {};
  const { texterIds = null, oldestWaitingSince = null } = details ?? {};
  return { count, total, leftOut, campaigns, oldestWaitingSince, texters: texterIds && texterIds.length, at };
}

/** Whether a difference of one row is already too much. */
export const mustBeExact = (name: AskedAction['name']) => faces[name].danger === 'typed';
