import { and, eq } from 'drizzle-orm';
import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import { isMessageAction } from '@campaign-kit/shared/message-actions/registry';
import { effectOf } from '../campaigns/actions/effects.ts';
import { applyVerb, undoVerb } from '../conversations/apply-verb.ts';
import { unreplied } from '../conversations/selections.ts';
import { unassignUnreplied } from '../conversations/unassign.ts';
import type { Reader, Transaction } from '../db/open.ts';
import { operations } from '../db/schema/operations.ts';
import { moveHeldMessages } from '../messages/hold-messages.ts';
import { messageSteps, messageUndoSteps } from '../review/message-steps.ts';
import { marksBefore } from './marks-before.ts';
import { rangesOf } from './ranges.ts';
import type { Operation } from './operation.ts';
import { walk } from './walk.ts';

/** One chunk: what is behind the cursor, `size` ids of it or fewer. Null when nothing is left. */
export type Step = (
  tx: Transaction,
  at: { cursor: number; size: number; done: number },
) => Promise<{ cursor: number; ids: number; changed: number } | null>;

/** How an operation goes on from wherever its row says it is; null for kinds that something else drives. */
export async function stepsOf(read: Reader, operation: Operation): Promise<Step | null> {
  if (operation.kind === 'importContacts') return null;
  if (operation.kind === 'undo') return undoing(read, operation);
  return doing(read, operation);
}

async function doing(read: Reader, operation: Operation): Promise<Step> {
  const { id, kind, startedAt: at, lastId } = operation;
  if (isMessageAction(kind)) return messageSteps(read, operation);
  if (kind === 'releaseReplies') {
    const { idleMinutes } = operation.input as { idleMinutes: number };
    const { campaignIds } = operation.before as { campaignIds: number[] };
    const ranges = await rangesOf(read, campaignIds, lastId);
    const selection = unreplied(at - idleMinutes * 60_000);
    return walk(ranges, (tx, chunk) => applyVerb(tx, chunk, selection, unassignUnreplied, id));
  }
  const effect = effectOf(kind as CampaignActionName);
  const campaignId = operation.campaignId as number;
  if (effect.messages) return messages(effect.messages, campaignId);
  if (!effect.select || !effect.verb) return async () => null;
  const { select, verb } = effect;
  const selection = select(operation.input as never, at);
  const ranges = await rangesOf(read, [campaignId], lastId);
  return walk(ranges, (tx, chunk, done) => applyVerb(tx, chunk, selection, verb(operation.input as never, done), id));
}

async function undoing(read: Reader, undo: Operation): Promise<Step> {
  const [undone] = await read
    .select()
    .from(operations)
    .where(and(eq(operations.id, undo.undoOf as number), eq(operations.organizationId, undo.organizationId)));
  if (!undone) return async () => null;
  if (isMessageAction(undone.kind)) return messageUndoSteps(read, undone);
  if (undone.kind === 'releaseReplies') {
    const { campaignIds } = undone.before as { campaignIds: number[] };
    const ranges = await rangesOf(read, campaignIds, undone.lastId);
    return walk(ranges, (tx, chunk) => undoVerb(tx, chunk, unassignUnreplied, { operationId: undone.id, marks: [] }));
  }
  const effect = effectOf(undone.kind as CampaignActionName);
  const campaignId = undone.campaignId as number;
  if (effect.messages) return messages(effect.messages === 'hold' ? 'resume' : 'hold', campaignId);
  if (!effect.verb) return async () => null;
  const verb = effect.verb(undone.input as never, 0);
  const marks = await marksBefore(read, undone);
  const ranges = await rangesOf(read, [campaignId], undone.lastId);
  return walk(ranges, (tx, chunk) => undoVerb(tx, chunk, verb, { operationId: undone.id, marks }));
}

const messages =
  (direction: 'hold' | 'resume', campaignId: number): Step =>
  async (tx, { cursor, size }) => {
    const ids = Math.min(size, 2_000);
    const moved = await moveHeldMessages(tx, direction, campaignId, cursor, ids);
    return moved && { ...moved, ids };
  };
