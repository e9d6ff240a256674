import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something to become true; says what it waited for, and what was there instead, when it does not. */
export async function until<T>(what: string, read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  const giveUpAt = performance.now() + 15_000;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (performance.now() > giveUpAt) throw new Error(`waited for ${what}; found ${JSON.stringify(value)}`);
    await sleep(50);
  }
}
