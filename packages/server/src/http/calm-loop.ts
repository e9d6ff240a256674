import { setTimeout as sleep } from 'node:timers/promises';

const [everyMs, lateMs, calmTurns] = [5, 10, 6];

/**
 * Resolves when the event loop has been on time for a while, at the latest after `mostMs`: what was left over by the process
 * before this one is under way then, its code compiled, and whoever calls from now on does not wait for that.
 */
export async function calmLoop(mostMs: number): Promise<void> {
  const giveUpAt = performance.now() + mostMs;
  for (let calm = 0; calm < calmTurns;) {
    const due = performance.now() + everyMs;
    await sleep(everyMs);
    const now = performance.now();
    if (now > giveUpAt) return;
    calm = now - due < lateMs ? calm + 1 : 0;
  }
}
