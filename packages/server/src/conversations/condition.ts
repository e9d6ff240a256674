import type { SQL } from 'drizzle-orm';

/** A stretch of ids of conversations. */
export type Stretch = { readonly firstId: number; readonly lastId: number };

/** From one instant to before another. */
export type Times = { readonly from: number; readonly to: number };

/** One condition on conversations, in the forms in which it can be asked. All name the table `conversations`. */
export type Condition = {
  /** Of a row. */
  readonly each: SQL;
  /** Of the rows of a stretch, where that is cheaper than asking each. */
  readonly among?: (stretch: Stretch) => SQL;
  /** A query of the ids in a stretch that it holds for, through an index of its own. Ids may come twice. */
  readonly ids?: (stretch: Stretch) => SQL;
  /** The index is not in the order of ids: it is read whole for every stretch, and is of use for few ids only. */
  readonly unordered?: true;
  /** The last message is of these instants and of no others. */
  readonly times?: Times;
  /** What asking one row costs, in µs, where that is more than looking at it. */
  readonly cost?: number;
};

/** Whether it is so dear to ask a row that many are better asked together. */
export const isDearToAsk = ({ cost = 0 }: Condition): boolean => cost >= 30;

/** Whether it is so dear that it is never asked row by row. */
export const isDearest = ({ cost = 0 }: Condition): boolean => cost >= 1_000;
