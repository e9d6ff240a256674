/** One turn in so many ms, and when the next one is. */
export type Turns = { readonly everyMs: number; readonly nextAt: number };

/** Turns of so long are taken at once, so that the loop need not turn for each; and no more is made up for after a rest. */
const aheadMs = 250;

/** How many turns there are at a moment at which the next one is due. */
export const turnsSince = ({ everyMs, nextAt }: Turns, now: number): number =>
  Math.max(1, Math.floor((now + aheadMs - Math.max(nextAt, now - aheadMs)) / everyMs));

/** When the next turn is after so many. */
export const turnsTaken = ({ everyMs, nextAt }: Turns, taken: number, now: number): number =>
  Math.max(nextAt, now - aheadMs) + taken * everyMs;
