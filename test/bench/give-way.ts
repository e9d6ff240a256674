import { readdir } from 'node:fs/promises';
import { setPriority } from 'node:os';

/**
 * From now on the threads of this process take a core only where nobody else wants it: a server that is measured together
 * with a browser would take turns with it, which the server of a real page does not. It cannot be taken back. Linux can be
 * told; elsewhere nothing is changed.
 */
export async function giveWay(): Promise<void> {
  const threads = await readdir('/proc/self/task').catch(() => []);
  for (const thread of threads) {
    try {
      setPriority(Number(thread), lowest);
    } catch {
      // It has ended meanwhile.
    }
  }
}

const lowest = 19;
