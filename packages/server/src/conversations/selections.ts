import { sql, type SQL } from 'drizzle-orm';
import type { LeftOut } from '@campaign-kit/shared/left-out';
import { statusNumber } from '../db/columns.ts';
import type { Stretch } from './condition.ts';

/** A WHERE in two parts: what it is about, and who is left out of that and why. Counted it is the preview, changed it is the action. */
export type Selection = {
  readonly concerns: SQL;
  /** What more it is about, for conditions that are asked of a whole stretch of ids at once. */
  readonly within?: (stretch: Stretch) => SQL;
  /** In order: the first reason that holds is the one that is told. */
  readonly leavesOut: readonly { readonly reason: LeftOut; readonly when: SQL }[];
};

const is = (word: keyof typeof statusNumber) => sql.raw(`status = ${statusNumber[word]}`);
const leaves = (reason: LeftOut, when: SQL) => ({ reason, when });
const optedOut = leaves('optedOut', sql`opted_out = 1`);
export const escalated = leaves('escalated', sql`escalated = 1`);
export const inPool = leaves('inPool', sql`texter_id IS NULL`);
export const closed = leaves('closed', is('closed'));
const held = leaves('held', sql`texter_id IS NOT NULL`);

export const unsent: Selection = { concerns: is('needsMessage'), leavesOut: [optedOut, escalated, inPool] };

export const unsentInPool: Selection = { concerns: is('needsMessage'), leavesOut: [optedOut, escalated, held] };

/** Replies that have waited since `before` or longer. */
export const unreplied = (before: number): Selection => ({
  concerns: is('needsResponse'),
  leavesOut: [optedOut, escalated, inPool, leaves('notIdle', sql`waiting_since > ${before}`)],
});

/** Messaged, and never a reply. `before`: last messaged then or earlier; null for whenever. */
export const neverReplied = (before: number | null, excludeNewer: boolean): Selection => ({
  concerns: sql`status >= 0`,
  leavesOut: [
    optedOut,
    leaves('replied', sql`replied = 1`),
    leaves('notMessaged', is('needsMessage')),
    leaves('closed', sql`status > 0`),
    escalated,
    leaves('undeliverable', sql`undeliverable = 1`),
    ...(excludeNewer ? [leaves('newerCampaign', sql`newer = 1`)] : []),
    ...(before === null ? [] : [leaves('tooRecent', sql`last_messaged_at > ${before}`)]),
  ],
});

export const unmessaged: Selection = {
  concerns: is('needsMessage'),
  leavesOut: [leaves('messagedBefore', sql`pass > 1`)],
};

/** Unmessaged, and to be texted some day. */
export const neverTexted: Selection = {
  concerns: sql`${is('needsMessage')} AND pass = 1`,
  leavesOut: [optedOut, escalated],
};

export const marked: Selection = { concerns: is('needsMessage'), leavesOut: [leaves('firstPass', sql`pass = 1`)] };

/** What no later change has touched: the rows that an undo gives back. */
export const changedBy = (operationId: number): Selection => ({
  concerns: sql`operation_id = ${operationId}`,
  leavesOut: [],
});

/** What a selection is about in this stretch. */
export const concernsOf = ({ concerns, within }: Selection, stretch: Stretch): SQL =>
  within ? sql`${concerns} AND ${within(stretch)}` : concerns;

/** The condition under which a row is changed. */
export const selected = ({ concerns, leavesOut }: Omit<Selection, 'within'>): SQL =>
  sql.join([concerns, ...leavesOut.map(({ when }) => sql`NOT (${when})`)], sql` AND `);
