import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { counters, type Counter } from '@campaign-kit/shared/counts';
import type { Transaction } from '../db/open.ts';
import { moveCounts } from './move-counts.ts';
import { changedBy, concernsOf, selected, type Selection } from './selections.ts';
import type { Chunk, Verb } from './verb.ts';

/** The rows of a stretch, found by their ids. */
export const within = ({ campaignId, firstId, lastId }: Chunk): SQL =>
  sql`id BETWEEN ${firstId} AND ${lastId} AND campaign_id = ${campaignId}`;

/**
 * Does the verb to every selected row of the chunk and keeps how each was before. Returns how many changed. Between two statements
 * the event loop serves others.
 */
export async function applyVerb(
  tx: Transaction,
  chunk: Chunk,
  selection: Selection,
  verb: Verb,
  operationId: number,
): Promise<number> {
  const { leavesOut } = selection;
  // In this order fewer rows are asked what follows from the stretch.
  const all = sql`${selected({ concerns: concernsOf(selection, chunk), leavesOut })} AND ${within(chunk)}`;
  const { set, where = all, some, after } = await verb.change(tx, all, chunk);
  await breathe();
  const { rowsAffected } = await tx.run(sql`
    UPDATE conversations NOT INDEXED SET ${set}, operation_id = ${operationId},
      before_texter_id = texter_id, before_status = status, before_pass = pass, before_operation_id = operation_id
    WHERE ${where}`);
  if (rowsAffected === 0) return 0;
  await breathe();
  const changed = sql`${within(chunk)} AND operation_id = ${operationId}`;
  await moveCounts(tx, chunk.campaignId, added(each(verb, rowsAffected), some ?? (await someOf(tx, verb, changed))));
  await after?.(changed);
  return rowsAffected;
}

/** What an undo gives rows back to: the marks for a further pass that can still be undone themselves. */
export type UndoOf = { readonly operationId: number; readonly marks: readonly number[] };

/**
 * Gives the rows of the chunk back that nothing else has touched since. Returns how many. A row that a mark had changed
 * before is that mark's again: what it was before the mark follows from what it is.
 */
export async function undoVerb(
  tx: Transaction,
  chunk: Chunk,
  verb: Verb,
  { operationId, marks }: UndoOf,
): Promise<number> {
  const changed = sql`${within(chunk)} AND ${selected(changedBy(operationId))}`;
  const some = verb.some || verb.beforeUndo ? await someOf(tx, verb, changed) : {};
  await verb.beforeUndo?.(tx, changed);
  await breathe();
  const marked = marks.length
    ? sql`before_operation_id IN (${sql.join(
        marks.map(id => sql`${id}`),
        sql`, `,
      )})`
    : sql`0`;
  const { rowsAffected } = await tx.run(sql`
    UPDATE conversations NOT INDEXED SET ${verb.undoSet ? sql`${verb.undoSet}, ` : sql``}texter_id = before_texter_id, status = before_status, pass = before_pass,
      operation_id = iif(${marked}, before_operation_id, NULL), before_texter_id = iif(${marked}, before_texter_id, NULL),
      before_status = iif(${marked}, 0, NULL), before_pass = iif(${marked}, before_pass - 1, NULL),
      before_operation_id = NULL
    WHERE ${changed}`);
  if (rowsAffected === 0) return 0;
  await moveCounts(tx, chunk.campaignId, negative(added(each(verb, rowsAffected), some)));
  return rowsAffected;
}

type Delta = Partial<Record<Counter, number>>;

const each = (verb: Verb, count: number): Delta =>
  Object.fromEntries(Object.entries(verb.each).map(([counter, sign]) => [counter, sign * count]));

async function someOf(tx: Transaction, verb: Verb, changed: SQL): Promise<Delta> {
  const entries = Object.entries(verb.some ?? {});
  if (entries.length === 0) return {};
  const sums = entries.map(([counter, sum]) => sql`${sum} AS ${sql.identifier(counter)}`);
  const [row] = await tx.all<Delta>(
    sql`SELECT ${sql.join(sums, sql`, `)} FROM conversations NOT INDEXED WHERE ${changed}`,
  );
  return { ...row };
}

function added(a: Delta, b: Delta): Delta {
  const sum: Delta = { ...a };
  for (const counter of counters) if (b[counter]) sum[counter] = (sum[counter] ?? 0) + b[counter];
  return sum;
}

const negative = (delta: Delta): Delta =>
  Object.fromEntries(Object.entries(delta).map(([counter, value]) => [counter, -value]));
