import { hash } from '../seed/hash.ts';

/** Draws that come out the same in every run with the same seed and the same order of requests. */
export type Chance = {
  /** True in `rate` of all draws, 0 to 1. A rate of 0 draws nothing. */
  happens: (rate: number) => boolean;
  /** A number from `low` up to `high`, all equally likely. */
  between: (low: number, high: number) => number;
};

export function createChance(seed: number): Chance {
  let drawn = 0;
  const draw = () => hash(seed, ++drawn);
  return {
    happens: rate => rate > 0 && draw() < rate,
    between: (low, high) => (high > low ? low + draw() * (high - low) : low),
  };
}
