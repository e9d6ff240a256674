import { createClient, type Client } from '@libsql/client';
import { Mutex } from 'async-mutex';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCheckpoints } from './checkpoints.ts';
import { isBusy } from './is-busy.ts';

export type Reader = LibSQLDatabase;
export type Transaction = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

/** Small writes go before the chunks of bulk operations. */
export const priority = { small: 1, bulk: 0 } as const;

export type Database = {
  /** For everything that only reads. On a file it is a connection of its own and never waits for the writer. */
  readonly read: Reader;
  /**
   * One write transaction. The work awaits nothing but the transaction it is given, and may run again after a BUSY. Bulk
   * work may let the event loop go on in between for some milliseconds, and longer if it comes to its end when `isWanted` says
   * that somebody else waits.
   */
  write<T>(work: (tx: Transaction, isWanted: () => boolean) => Promise<T>, wanted?: number): Promise<T>;
  readonly embedded: boolean;
  readonly url: string;
  close(): Promise<void>;
};

export type DatabaseSettings = {
  url: string;
  authToken?: string | undefined;
  /** Is told every statement, without its parameters. */
  onStatement?: (statement: string) => void;
};

const patienceMs = 15_000;

/**
 * Small writes are synced before they are acknowledged. A chunk of a bulk operation is not acknowledged to anybody: power
 * that fails may take the last chunks back, and the cursor in the same transaction with them.
 */
type Durability = 'FULL' | 'NORMAL';

/** Opens the embedded file (`file:…`) or a libSQL server (http, https, ws, wss, libsql): the same code behind both. */
export async function openDatabase({ url, authToken, onStatement }: DatabaseSettings): Promise<Database> {
  const embedded = url.startsWith('file:');
  const logger = onStatement && { logQuery: onStatement };
  const orm = (client: Client) => (logger ? drizzle(client, { logger }) : drizzle(client));
  if (!embedded) {
    const client = createClient(authToken === undefined ? { url } : { url, authToken });
    const read = orm(client);
    // Who waits for the lock of a server is not known here.
    const isWanted = () => true;
    const write: Database['write'] = work =>
      patiently(() => read.transaction(tx => work(tx, isWanted), { behavior: 'immediate' }));
    return { read, write, embedded, url, close: async () => client.close() };
  }

  const writer = createClient({ url, concurrency: 1, timeout: 20 });
  await writer.execute('PRAGMA journal_mode = WAL');
  await prepareWriter(writer);
  const reader = createClient({ url, concurrency: 1, timeout: 20 });
  await prepareReader(reader);
  const turns = new Mutex();
  const db = orm(writer);
  const checkpoints = startCheckpoints(url, await fileOf(writer));
  let durability: Durability = 'FULL';
  const settle = async (wanted: Durability) => {
    if (durability !== wanted) await writer.execute(`PRAGMA synchronous = ${wanted}`);
    durability = wanted;
  };
  const recover = async () => {
    writer.reconnect();
    await prepareWriter(writer);
    durability = 'FULL';
  };

  let waiting = 0;
  const isWanted = () => waiting > 0;
  const write: Database['write'] = (work, wanted = priority.small) => {
    waiting += 1;
    return turns.runExclusive(async () => {
      waiting -= 1;
      const result = await patiently(async () => {
        await settle(wanted === priority.bulk ? 'NORMAL' : 'FULL');
        return db.transaction(tx => work(tx, isWanted), { behavior: 'immediate' });
      }, recover);
      checkpoints.written();
      return result;
    }, wanted);
  };

  return {
    read: orm(reader),
    write,
    embedded,
    url,
    close: async () => {
      await turns.runExclusive(() => checkpoints.close());
      writer.close();
      reader.close();
    },
  };
}

async function fileOf(client: Client): Promise<string> {
  const { rows } = await client.execute('PRAGMA database_list');
  return rows[0]?.file as string;
}

async function prepareWriter(client: Client) {
  // An import comes back to the pages of its unique indexes with every batch; with half of it they are read again each time.
  for (const pragma of ['synchronous = FULL', 'foreign_keys = ON', 'cache_size = -131072', 'wal_autocheckpoint = 0']) {
    await client.execute(`PRAGMA ${pragma}`);
  }
}

async function prepareReader(client: Client) {
  // Words of a million conversations are read twice as fast with it as with half; mapping the file slows what is read beside writes.
  for (const pragma of ['query_only = ON', 'cache_size = -131072']) await client.execute(`PRAGMA ${pragma}`);
}

/** Tries again while another process holds the write lock; waiting in SQLite itself would hold the event loop. */
async function patiently<T>(attempt: () => Promise<T>, recover?: () => Promise<void>): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 100)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await recover?.();
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  }
}
