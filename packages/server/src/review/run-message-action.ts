import { Refusal } from '@campaign-kit/shared/refusal';
import { isStale } from '@campaign-kit/shared/stale-preview';
import { describeOperation, type DescribedOperation } from '../operations/describe-operations.ts';
import { startedBefore, startOperation } from '../operations/start-operation.ts';
import { refuseUnknownTexters } from '../texters/refuse-unknown-texters.ts';
import type { SignedIn } from '../trpc/context.ts';
import { messageEffectOf } from './actions/effects.ts';
import { countMessageAction, describeMessagePreview, type AskedOfTarget } from './preview-message-action.ts';
import type { Targeted } from './message-steps.ts';

type Asked = AskedOfTarget & {
  /** The number that the admin was shown; null, where they were shown none, is refused. */
  readonly previewed: number | null;
  readonly requestKey: string;
};

/** Starts a message action as an operation; refused when what would change is not what was shown. */
export async function runMessageAction(ctx: SignedIn, asked: Asked): Promise<DescribedOperation> {
  const { session, db, now, bus } = ctx;
  const { organizationId } = session;
  const { target, action, previewed, requestKey } = asked;
  const earlier = await startedBefore(db.read, organizationId, requestKey);
  if (earlier) return describeOperation(db.read, earlier, now());
  const { counted, campaignIds } = await countMessageAction(ctx, asked);
  const { count } = counted;
  if (previewed === null || isStale(previewed, count, false)) {
    const fresh = await describeMessagePreview(ctx, action, counted);
    throw new Refusal('conflict', 'refusal.stalePreview', { count, previewed: previewed ?? 0 }, fresh);
  }
  const operation = await db.write(async tx => {
    const repeated = await startedBefore(tx, organizationId, requestKey);
    if (repeated) return repeated;
    const { name: kind, input } = action;
    if (kind === 'reassign') await refuseUnknownTexters(tx, organizationId, input.texterIds);
    const made = await messageEffectOf(kind).begin?.(tx, input as never, { organizationId, now: now() });
    const before: Targeted = { target, campaignIds, tagId: made?.tagId ?? null };
    const campaignId = campaignIds.length === 1 ? campaignIds[0]! : null;
    return startOperation(tx, ctx, { kind, campaignId, input, total: count, requestKey, before });
  });
  bus.poke();
  return describeOperation(db.read, operation, now());
}
