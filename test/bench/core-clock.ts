import { openSync, readSync } from 'node:fs';

const file = opened();
const buffer = Buffer.alloc(64);
const began = { at: performance.now(), waited: waitedMs() };

/**
 * Milliseconds that go on while this process computes or waits for its disk, and stand still while its main thread is ready
 * to run and other processes have the cores. Linux tells; elsewhere it is the plain clock.
 */
export const coreClock = (): number => performance.now() - waitedMs();

/** Which share of the time until now the main thread waited for a core; null where it cannot be told. */
export const waitedShare = (): number | null =>
  file === null ? null : (waitedMs() - began.waited) / (performance.now() - began.at);

/** The second number: nanoseconds ready to run without running. */
function waitedMs(): number {
  if (file === null) return 0;
  return Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, 64, 0)).split(' ')[1]) / 1e6;
}

function opened(): number | null {
  try {
    return process.argv.includes('--wall') ? null : openSync('/proc/self/schedstat', 'r');
  } catch {
    return null;
  }
}
