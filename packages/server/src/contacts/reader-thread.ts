import { Worker } from 'node:worker_threads';

let running: Worker | null = null;

/** One thread of this process reads all files: parsing beside the event loop takes as long as writing does. */
export function readerThread(): Worker {
  if (running) return running;
  const thread = new Worker(new URL('./reader-thread.mjs', import.meta.url), { execArgv: [] });
  running = thread;
  thread.unref();
  // Each file that it was reading has a listener of its own.
  thread.setMaxListeners(0);
  const end = () => {
    if (running === thread) running = null;
  };
  thread.on('error', end);
  thread.on('exit', end);
  return thread;
}
