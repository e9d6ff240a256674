import { inArray } from 'drizzle-orm';
import { isSendingDeed, undoDays } from '@campaign-kit/shared/operation';
import type { Reader } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { users } from '../db/schema/organizations.ts';
import type { Operation } from './operation.ts';

const notUndoable = new Set<Operation['kind']>(['undo', 'importContacts']);

/** Until when an operation can be undone; null when it cannot be, or not any more. */
export function undoUntil({ kind, state, finishedAt, undoneBy }: Operation, now: number): number | null {
  if (notUndoable.has(kind) || isSendingDeed(kind) || state === 'running' || finishedAt === null || undoneBy !== null)
    return null;
  const until = finishedAt + undoDays * 86_400_000;
  return until > now ? until : null;
}

/** Operations as they are shown, with the names of campaign and user. */
export async function describeOperations(read: Pick<Reader, 'select'>, found: readonly Operation[], now: number) {
  const ids = (pick: (operation: Operation) => number | null) => [...new Set(found.flatMap(one => pick(one) ?? []))];
  const [titles, names] = await Promise.all([
    read
      .select({ id: campaigns.id, title: campaigns.title })
      .from(campaigns)
      .where(
        inArray(
          campaigns.id,
          ids(one => one.campaignId),
        ),
      ),
    read
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(
        inArray(
          users.id,
          ids(one => one.userId),
        ),
      ),
  ]);
  const title = new Map(titles.map(campaign => [campaign.id, campaign]));
  const name = new Map(names.map(user => [user.id, user]));
  return found.map(operation => ({
    id: operation.id,
    kind: operation.kind,
    campaign: operation.campaignId === null ? null : (title.get(operation.campaignId) ?? null),
    user: operation.userId === null ? null : (name.get(operation.userId) ?? null),
    input: operation.input,
    state: operation.state,
    total: operation.total,
    done: operation.done,
    startedAt: operation.startedAt,
    finishedAt: operation.finishedAt,
    cancelAskedAt: operation.cancelAskedAt,
    undoOf: operation.undoOf,
    undoneBy: operation.undoneBy,
    undoUntil: undoUntil(operation, now),
    result: operation.result,
    error: operation.error,
  }));
}

export type DescribedOperation = Awaited<ReturnType<typeof describeOperations>>[number];

export async function describeOperation(read: Pick<Reader, 'select'>, operation: Operation, now: number) {
  const [described] = await describeOperations(read, [operation], now);
  return described as DescribedOperation;
}
