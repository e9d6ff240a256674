import { actionNamed, type AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import { Refusal } from '@campaign-kit/shared/refusal';
import { isStale } from '@campaign-kit/shared/stale-preview';
import type { Counted } from '../conversations/count-selection.ts';
import { describeOperation, type DescribedOperation } from '../operations/describe-operations.ts';
import { startedBefore, startOperation } from '../operations/start-operation.ts';
import { emit } from '../realtime/emit.ts';
import { refuseUnknownTexters } from '../texters/refuse-unknown-texters.ts';
import type { SignedIn } from '../trpc/context.ts';
import { effectOf } from './actions/effects.ts';
import { campaignOf } from './campaign.ts';
import { countAction, describePreview, mustBeExact } from './preview-action.ts';

type Asked = {
  campaignId: number;
  action: AskedAction;
  /** The number that the admin was shown; null where the action changes no conversations. */
  previewed: number | null;
  typed?: number | undefined;
  requestKey: string;
};

/** Starts an action: refuses by the same rules that grey it out, and when what would change is not what was shown. */
export async function runAction(ctx: SignedIn, asked: Asked): Promise<DescribedOperation> {
  const { session, db, now, bus } = ctx;
  const { campaignId, action, requestKey } = asked;
  const earlier = await startedBefore(db.read, session.organizationId, requestKey);
  if (earlier) return describeOperation(db.read, earlier, now());
  await campaignOf(db.read, session.organizationId, campaignId);
  const counted = await countAction(ctx, campaignId, action, now());
  refuseStale(asked, counted, now());

  const operation = await db.write(async tx => {
    const repeated = await startedBefore(tx, session.organizationId, requestKey);
    if (repeated) return repeated;
    const campaign = await campaignOf(tx, session.organizationId, campaignId);
    const reason = actionNamed(action.name).refusal(campaign, now());
    if (reason) throw new Refusal('conflict', reason);
    if (action.name === 'assignUnsent') await refuseUnknownTexters(tx, session.organizationId, action.input.texterIds);
    const { begin } = effectOf(action.name);
    const before = begin ? await begin(tx, campaign, action.input as never, now()) : null;
    if (begin) await emit(tx, session.organizationId, { type: 'campaignChanged', campaignId }, now());
    const { name: kind, input } = action;
    return startOperation(tx, ctx, { kind, campaignId, input, total: counted?.count ?? 0, requestKey, before });
  });
  bus.poke();
  return describeOperation(db.read, operation, now());
}

function refuseStale({ action, previewed, typed }: Asked, counted: Counted | null, now: number): void {
  if (!counted) return;
  const { count } = counted;
  const exact = mustBeExact(action.name);
  if (previewed === null || isStale(previewed, count, exact)) {
    const values = { count, previewed: previewed ?? 0 };
    throw new Refusal('conflict', 'refusal.stalePreview', values, describePreview(counted, now));
  }
  if (exact && typed !== count) throw new Refusal('validation', 'refusal.typedNumber', { count });
}
