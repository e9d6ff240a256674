/** How long one step of a search should take, in ms: then everybody else has a turn. */
export const stepMs = 6;

/** How large the next one is to be, by what the last one took. */
export const nextStep = (size: number, tookMs: number): number =>
  Math.ceil(size * Math.min(4, Math.max(0.25, stepMs / Math.max(tookMs, 0.5))));
