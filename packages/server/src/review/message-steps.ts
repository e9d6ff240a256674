import type { MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewTarget } from '@campaign-kit/shared/review-filter';
import type { Chunk } from '../conversations/verb.ts';
import type { Reader } from '../db/open.ts';
import { marksBefore } from '../operations/marks-before.ts';
import type { Operation } from '../operations/operation.ts';
import { rangesOf } from '../operations/ranges.ts';
import type { Step } from '../operations/steps.ts';
import { walk } from '../operations/walk.ts';
import { messageEffectOf } from './actions/effects.ts';
import type { Work } from './actions/effect.ts';
import { rangesOfIds, targeted } from './target.ts';

/** What a message action remembers between two chunks, and for its undo. */
export type Targeted = {
  readonly target: ReviewTarget;
  readonly campaignIds: number[];
  readonly tagId: number | null;
};

/** How a message action goes on. What matches no longer when its chunk comes is left out. */
export async function messageSteps(read: Reader, operation: Operation): Promise<Step> {
  const { organizationId } = operation;
  const { apply, leavesOut } = effectOf(operation);
  const left = leavesOut(operation.input as never, organizationId);
  const selectionOf = await targeted(read, organizationId, remembered(operation).target, left);
  const work = workOf(operation);
  return walk(await rangesOfRun(read, operation), (tx, chunk, dealt) =>
    apply(tx, chunk, selectionOf(chunk), { ...work, dealt } as never),
  );
}

/** How its undo does. */
export async function messageUndoSteps(read: Reader, undone: Operation): Promise<Step> {
  const work = { ...workOf(undone), marks: await marksBefore(read, undone) };
  return walk(await rangesOfRun(read, undone), (tx, chunk) => effectOf(undone).undo(tx, chunk, work as never));
}

/** How many an undo would give back. */
export const countUndoableMessages = async (read: Reader, undone: Operation): Promise<number> =>
  effectOf(undone).countUndoable(read, await rangesOfRun(read, undone), workOf(undone));

const effectOf = ({ kind }: Operation) => messageEffectOf(kind as MessageActionName);
const remembered = ({ before }: Operation) => before as Targeted;

const workOf = (operation: Operation): Work<MessageActionName> => ({
  operationId: operation.id,
  organizationId: operation.organizationId,
  userId: operation.userId,
  input: operation.input as never,
  at: operation.startedAt,
  dealt: 0,
  tagId: remembered(operation).tagId,
  marks: [],
});

function rangesOfRun(read: Reader, operation: Operation): Promise<Chunk[]> {
  const { target, campaignIds } = remembered(operation);
  return target.ids
    ? rangesOfIds(read, operation.organizationId, target.ids)
    : rangesOf(read, campaignIds, operation.lastId);
}
