import { Refusal } from '@campaign-kit/shared/refusal';

export type RateLimit = { take(who: string, cost?: number): Refusal | null };

const secondsOfBurst = 4;
const manyBuckets = 10_000;

/** A bucket of tokens per caller, in this process: `perSecond` for long, four seconds' worth at once. */
export function createRateLimit(perSecond: number, now: () => number): RateLimit {
  const size = perSecond * secondsOfBurst;
  const buckets = new Map<string, { left: number; at: number }>();
  const filled = ({ left, at }: { left: number; at: number }) =>
    Math.min(size, left + (Math.max(0, now() - at) / 1_000) * perSecond);

  function forgetFull() {
    for (const [who, bucket] of buckets) if (filled(bucket) >= size) buckets.delete(who);
  }

  return {
    take(who, cost = 1) {
      const wanted = Math.min(cost, size);
      const bucket = buckets.get(who);
      const left = bucket ? filled(bucket) : size;
      if (left < wanted) return tooMany((wanted - left) / perSecond);
      if (!bucket && buckets.size >= manyBuckets) forgetFull();
      buckets.set(who, { left: left - wanted, at: now() });
      return null;
    },
  };
}

const tooMany = (seconds: number) =>
  new Refusal('rate_limited', 'refusal.tooManyRequests', {}, { retryAfter: Math.max(1, Math.ceil(seconds)) });
