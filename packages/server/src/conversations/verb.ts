import type { SQL } from 'drizzle-orm';
import type { Counter } from '@campaign-kit/shared/counts';
import type { Transaction } from '../db/open.ts';

/** A stretch of a campaign's ids that one transaction deals with. */
export type Chunk = {
  readonly campaignId: number;
  readonly firstId: number;
  readonly lastId: number;
};

/** The assignments of a change; `where` only if the verb has found the selected rows itself. */
export type Change = { readonly set: SQL; readonly where?: SQL };

/** Something done to every selected conversation of a chunk at once. */
export type Verb = {
  /** `where` is the selection within the chunk. */
  change(tx: Transaction, where: SQL): Change | Promise<Change>;
  /** What each changed row adds to the kept counts. */
  readonly each: Partial<Record<Counter, 1 | -1>>;
  /** What only some of them add: an aggregate over the changed rows. */
  readonly some?: Partial<Record<Counter, SQL>>;
  /** What follows elsewhere; `changed` selects the rows, which bear the operation's id. */
  afterChange?(tx: Transaction, changed: SQL): Promise<void>;
  /** The same for an undo, before the rows are given back. */
  beforeUndo?(tx: Transaction, changed: SQL): Promise<void>;
};
