import { eq } from 'drizzle-orm';
import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import { isMessageAction } from '@campaign-kit/shared/message-actions/registry';
import { isSendingDeed } from '@campaign-kit/shared/operation';
import { Refusal } from '@campaign-kit/shared/refusal';
import { effectOf } from '../campaigns/actions/effects.ts';
import { campaignOf } from '../campaigns/campaign.ts';
import { countSelection } from '../conversations/count-selection.ts';
import { changedBy } from '../conversations/selections.ts';
import type { Transaction } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { emit } from '../realtime/emit.ts';
import { countUndoableMessages } from '../review/message-steps.ts';
import type { SignedIn } from '../trpc/context.ts';
import type { World } from '../world.ts';
import { describeOperation, undoUntil, type DescribedOperation } from './describe-operations.ts';
import { operationOf, type Operation } from './operation.ts';
import { rangesOf } from './ranges.ts';
import { startedBefore, startOperation } from './start-operation.ts';

/** How many rows can be given back, and how many something else has changed since: those stay as they are. */
export async function previewUndo(
  { session, db, now }: SignedIn,
  { operationId }: { operationId: number },
): Promise<{ count: number; kept: number }> {
  const operation = await operationOf(db.read, session.organizationId, operationId);
  refuseUndo(operation, now());
  const count = await countUndoable({ db }, operation);
  return { count, kept: Math.max(0, operation.done - count) };
}

/** Gives every row back that nothing else has touched since, and the campaign itself; one more operation. */
export async function undoOperation(
  ctx: SignedIn,
  { operationId, requestKey }: { operationId: number; requestKey: string },
): Promise<DescribedOperation> {
  const { session, db, now, bus } = ctx;
  const earlier = await startedBefore(db.read, session.organizationId, requestKey);
  if (earlier) return describeOperation(db.read, earlier, now());
  const total = await countUndoable(ctx, await operationOf(db.read, session.organizationId, operationId));
  const undo = await db.write(async tx => {
    const repeated = await startedBefore(tx, session.organizationId, requestKey);
    if (repeated) return repeated;
    const undone = await operationOf(tx, session.organizationId, operationId);
    refuseUndo(undone, now());
    const kept = Math.max(0, undone.done - total);
    await giveBackCampaign(ctx, tx, undone, total);
    const { campaignId } = undone;
    const start = { kind: 'undo', campaignId, input: { operationId }, undoOf: operationId } as const;
    const started = await startOperation(tx, ctx, {
      ...start,
      total,
      requestKey,
      result: changesRows(undone) ? { kept } : null,
    });
    await tx.update(operations).set({ undoneBy: started.id }).where(eq(operations.id, operationId));
    await emit(tx, undone.organizationId, { type: 'operationChanged', operationId, campaignId }, now());
    return started;
  });
  bus.poke();
  return describeOperation(db.read, undo, now());
}

function refuseUndo(operation: Operation, now: number): void {
  const { kind } = operation;
  if (kind === 'undo' || kind === 'importContacts' || isSendingDeed(kind))
    throw new Refusal('conflict', 'refusal.noUndo');
  if (operation.undoneBy !== null) throw new Refusal('conflict', 'refusal.undone');
  if (operation.state === 'running') throw new Refusal('conflict', 'refusal.stillRunning');
  if (undoUntil(operation, now) === null) throw new Refusal('conflict', 'refusal.undoOver');
}

/** Whether conversations are what it changed. */
const changesRows = ({ kind }: Operation) =>
  kind === 'releaseReplies' || isMessageAction(kind) || effectOf(kind as CampaignActionName).select !== undefined;

/**
 * The campaign itself goes back with the last of the rows: as long as somebody is in a pass, its script stays. Refuses
 * where there is nothing to give back, so that the undo is not used up.
 */
async function giveBackCampaign(
  { session, now }: SignedIn,
  tx: Transaction,
  undone: Operation,
  total: number,
): Promise<void> {
  const rows = changesRows(undone);
  const given = rows && total < undone.done ? false : await changeBack();
  if (given || (rows && total > 0)) return;
  throw new Refusal('conflict', rows ? 'refusal.nothingToGiveBack' : 'refusal.changedSince');

  async function changeBack(): Promise<boolean> {
    if (
      undone.kind === 'releaseReplies' ||
      isMessageAction(undone.kind) ||
      !undone.before ||
      undone.campaignId === null
    )
      return false;
    const { giveBack } = effectOf(undone.kind as CampaignActionName);
    if (!giveBack) return false;
    const campaign = await campaignOf(tx, session.organizationId, undone.campaignId);
    const back = await giveBack(tx, campaign, undone.before, now());
    if (back) await emit(tx, campaign.organizationId, { type: 'campaignChanged', campaignId: campaign.id }, now());
    return back;
  }
}

async function countUndoable({ db }: Pick<World, 'db'>, operation: Operation): Promise<number> {
  if (isMessageAction(operation.kind)) return countUndoableMessages(db.read, operation);
  const { campaignIds } = (operation.before ?? {}) as { campaignIds?: number[] };
  const ranges = await rangesOf(db.read, campaignIds ?? [operation.campaignId as number], operation.lastId);
  return (await countSelection(db.read, ranges, changedBy(operation.id))).count;
}
