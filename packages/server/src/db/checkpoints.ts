import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export type Checkpoints = {
  /** Says that something was committed. */
  written(): void;
  close(): Promise<void>;
};

/** At most this often; while a bulk operation runs the log is moved and synced along with it. */
const everyMs = 50;
/** Until there is a thread the log is looked at this often. */
const lookEveryMs = 250;
/** What SQLite itself lets the log become. Below it nothing is won by moving it, and a thread is not worth its start. */
const worthBytes = 4 * 1024 * 1024;

/** Checkpoints of the file beside the work instead of inside the commits. The thread starts when the log is worth it. */
export function startCheckpoints(url: string, file: string): Checkpoints {
  let worker: Worker | undefined;
  let turning: Promise<void> | null = null;
  let again = false;
  let closed = false;

  const turn = async () => {
    while (again && !closed) {
      if (!worker) await sleep(lookEveryMs, undefined, { ref: false });
      if (closed) return;
      again = false;
      if (!worker && !(await isWorthAThread(`${file}-wal`).catch(() => true))) continue;
      if (closed) return;
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

/** Syncs a log that is not, so that what bulk commits left unsynced waits for no thread either. */
async function isWorthAThread(log: string): Promise<boolean> {
  const file = await open(log, 'r+');
  try {
    if ((await file.stat()).size >= worthBytes) return true;
    await file.datasync();
    return false;
  } finally {
    await file.close();
  }
}

/** Without the loaders that the program itself was started with: it is plain JavaScript. */
function startWorker(url: string): Worker {
  const options = { workerData: { url }, execArgv: [] };
  const worker = new Worker(new URL('./checkpoint-worker.mjs', import.meta.url), options);
  worker.unref();
  return worker;
}
