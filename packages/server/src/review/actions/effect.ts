import type { MessageActionInput, MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import type { Selection } from '../../conversations/selections.ts';
import type { Chunk } from '../../conversations/verb.ts';
import type { Reader, Transaction } from '../../db/open.ts';

/** The run that a chunk belongs to. */
export type Work<N extends MessageActionName> = {
  readonly operationId: number;
  readonly organizationId: number;
  readonly userId: number | null;
  readonly input: MessageActionInput<N>;
  /** When it started. */
  readonly at: number;
  /** How many rows it has changed before this chunk. */
  readonly dealt: number;
  /** What `begin` has made. */
  readonly tagId: number | null;
  /** The marks for a further pass that its undo gives rows back to. */
  readonly marks: readonly number[];
};

/** What a message action does on the server. */
export type MessageEffect<N extends MessageActionName> = {
  /** Who is left out of what the admin has selected, in order. */
  readonly leavesOut: (input: MessageActionInput<N>, organizationId: number) => Selection['leavesOut'];
  /** What has to be there before the first chunk. */
  readonly begin?: (
    tx: Transaction,
    input: MessageActionInput<N>,
    made: { organizationId: number; now: number },
  ) => Promise<{ tagId: number }>;
  /** Does it to a chunk, or takes it back there; how many changed. */
  readonly apply: (tx: Transaction, chunk: Chunk, selection: Selection, work: Work<N>) => Promise<number>;
  readonly undo: (tx: Transaction, chunk: Chunk, work: Work<N>) => Promise<number>;
  /** How many of these stretches an undo would give back. */
  readonly countUndoable: (read: Reader, ranges: readonly Chunk[], work: Work<N>) => Promise<number>;
};
