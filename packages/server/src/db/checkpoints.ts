import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export type Checkpoints = {
  /** Says that something was committed. */
  written(): void;
  close(): Promise<void>;
};

/** At most this often; while a bulk operation runs the log is moved and synced along with it. */
const everyMs = 50;
/** Whoever opens the database for a moment needs no thread for it. */
const startAfterMs = 250;

/** Checkpoints beside the work instead of inside the commits. The thread starts with the first write. */
export function startCheckpoints(url: string): Checkpoints {
  let worker: Worker | undefined;
  let turning: Promise<void> | null = null;
  let again = false;
  let closed = false;

  const turn = async () => {
    while (again && !closed) {
      if (!worker) await sleep(startAfterMs, undefined, { ref: false });
      if (closed) return;
      again = false;
      worker ??= startWorker(url);
      worker.postMessage('checkpoint');
      await once(worker, 'message');
      await sleep(everyMs, undefined, { ref: false });
    }
  };

  return {
    written: () => {
      again = true;
      if (closed || turning) return;
      turning = turn()
        .catch(() => undefined)
        .finally(() => (turning = null));
    },
    close: async () => {
      closed = true;
      if (!worker) return;
      worker.ref();
      await turning;
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}

function startWorker(url: string): Worker {
  const worker = new Worker(new URL('./checkpoint-worker.mjs', import.meta.url), { workerData: { url } });
  worker.unref();
  return worker;
}
