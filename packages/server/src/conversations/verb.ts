import type { SQL } from 'drizzle-orm';
import type { Counter, Counts } from '@campaign-kit/shared/counts';
import type { Transaction } from '../db/open.ts';

/** A stretch of a campaign's ids that one transaction deals with. */
export type Chunk = {
  readonly campaignId: number;
  readonly firstId: number;
  readonly lastId: number;
};

/** What a verb makes of the selected rows of a chunk. */
export type Change = {
  readonly set: SQL;
  /** Only if the verb has found the rows itself. */
  readonly where?: SQL;
  /** What only some of the rows add to the kept counts, if the verb has counted them already. */
  readonly some?: Partial<Counts>;
  /** What follows elsewhere; `changed` selects the rows as they are then. */
  readonly after?: (changed: SQL) => Promise<void>;
};

/** Something done to every selected conversation of a chunk at once. */
export type Verb = {
  /** `where` is the selection within the chunk. */
  change(tx: Transaction, where: SQL, chunk: Chunk): Change | Promise<Change>;
  /** What each changed row adds to the kept counts. */
  readonly each: Partial<Record<Counter, 1 | -1>>;
  /** What only some of them add: an aggregate over the changed rows. */
  readonly some?: Partial<Record<Counter, SQL>>;
  /** What an undo sets besides texter, status and pass. */
  readonly undoSet?: SQL;
  /** What an undo has to tell elsewhere; `changed` selects the rows before they are given back. */
  beforeUndo?(tx: Transaction, changed: SQL): Promise<void>;
};
