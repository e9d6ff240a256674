const hourMs = 3_600_000;
/** What a late round may make up for; longer pauses are lost, so that nothing comes in a burst. */
const catchUpMs = 5_000;

export type Pace = {
  /** How many may go now. */
  readonly turns: number;
  /** When the next one may go, after so many of them went. */
  after(sent: number): number;
};

/** The pace under a limit per hour: in no hour, wherever it begins, more than that. Null: no limit. */
export function paceOf(perHour: number | null, nextAt: number, now: number): Pace {
  if (perHour === null) return { turns: Infinity, after: () => nextAt };
  // As if the hour were longer by what may be made up for: else a late round could bring an hour above its limit.
  const each = (hourMs + catchUpMs) / perHour;
  const from = Math.max(nextAt, now - catchUpMs);
  return {
    turns: from > now ? 0 : Math.floor((now - from) / each) + 1,
    after: sent => (sent === 0 ? nextAt : Math.ceil(from + sent * each)),
  };
}
