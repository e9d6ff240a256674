import { setTimeout as sleep } from 'node:timers/promises';

type Waiting<T> = { one: T; resolve(): void; reject(error: unknown): void };

/**
 * A commit costs more than what stands in it: what comes while one is under way is written together with the next, `most` at
 * a time, and the first of a burst waits for those that come with it. Resolves when it is written.
 */
export function gather<T>(
  write: (together: readonly T[]) => Promise<void>,
  { most, waitMs }: { most: number; waitMs: number },
): (one: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
  let writing = false;

  async function empty(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      await sleep(waitMs);
      const together = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        await write(together.map(({ one }) => one));
        for (const { resolve } of together) resolve();
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    writing = false;
  }

  return one =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (!writing) void empty();
    });
}
