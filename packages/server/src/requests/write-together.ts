import { Refusal } from '@campaign-kit/shared/refusal';
import type { Database, Transaction } from '../db/open.ts';

type Work = (tx: Transaction) => Promise<unknown>;
type Waiting = { work: Work; resolve: (answer: unknown) => void; reject: (error: unknown) => void };

/** So many in one transaction hold the event loop for less than 20 ms. */
const mostTogether = 8;
const queues = new WeakMap<Database, Waiting[]>();

/**
 * A write that shares its transaction, and so the wait for the disk, with those that came while the writer was busy. `work`
 * refuses before it writes anything, or not at all; it fails alone.
 */
export function writeTogether<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const queue = queues.get(db) ?? [];
  queues.set(db, queue);
  return new Promise<T>((resolve, reject) => {
    queue.push({ work, resolve: resolve as Waiting['resolve'], reject });
    void take(db, queue);
  });
}

/** Each that comes takes a turn of the writer; the first of these takes all that wait by then, the others find nothing left. */
async function take(db: Database, queue: Waiting[]): Promise<void> {
  let together: Waiting[] = [];
  try {
    const answers = await db.write(tx => {
      // After a BUSY the work runs again: with the same ones.
      if (together.length === 0) together = queue.splice(0, mostTogether);
      return inTurn(tx, together);
    });
    for (const [at, answer] of answers.entries()) settle(together[at]!, answer);
  } catch (error) {
    // The writer could not be had at all: whoever waits hears of it.
    if (together.length === 0) return queue.splice(0, mostTogether).forEach(({ reject }) => reject(error));
    if (together.length === 1) return together[0]!.reject(error);
    for (const one of together) db.write(one.work).then(one.resolve, one.reject);
  }
}

type Answer = { value: unknown } | { refused: Refusal };

async function inTurn(tx: Transaction, together: readonly Waiting[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { work } of together) {
    answers.push(
      await work(tx).then(
        value => ({ value }),
        (error: unknown) => {
          if (error instanceof Refusal) return { refused: error };
          throw error;
        },
      ),
    );
  }
  return answers;
}

function settle({ resolve, reject }: Waiting, answer: Answer): void {
  if ('refused' in answer) reject(answer.refused);
  else resolve(answer.value);
}
