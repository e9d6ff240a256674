/** What each figure must not exceed, or for rates must reach. */
export const targets = {
  ratio: { most: 1.7 },
  stallMs: { most: 20 },
  listP99Ms: { most: 15 },
  previewMs: { most: 150 },
  menuMs: { most: 5 },
  reviewMs: { index: { most: 5 }, walk: { most: 100 }, 'full text': { most: 50 } },
  firstRowsMs: { most: 200 },
  frameMs: { most: 50 },
  heapGrowth: { most: 1.25 },
  importRowsPerSecond: { least: 100_000 },
  exponent: { most: 1.1 },
  requestsPerSecond: { least: 300 },
  inboundPerSecond: { least: 2_000 },
  webhookP99Ms: { most: 50 },
  none: { most: 0 },
  /** The last third of a soak beside the one before. */
  memoryGrowth: { most: 1.1 },
} as const;

export type Target = { most: number } | { least: number };

export const isMet = (target: Target, value: number): boolean =>
  'most' in target ? value <= target.most : value >= target.least;
