import { createClient } from '@libsql/client/sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Moves what was committed from the write-ahead log into the database file, on a thread and a connection of its own:
 * on the main thread a checkpoint after a bulk operation would hold the event loop for a tenth of a second. It also syncs
 * the log, so that the next durable commit finds little left to sync. PASSIVE: it never waits for anybody, nor they for it.
 */
const client = createClient({ url: workerData.url, concurrency: 1, timeout: 0 });
await client.execute('PRAGMA wal_autocheckpoint = 0');
await client.execute('PRAGMA synchronous = NORMAL');

parentPort.on('message', async message => {
  if (message === 'close') {
    client.close();
    parentPort.close();
    return;
  }
  await client.execute('PRAGMA wal_checkpoint(PASSIVE)').catch(() => undefined);
  parentPort.postMessage('done');
});
