import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator';
import { fileURLToPath } from 'node:url';
import type { DatabaseSettings } from './open.ts';

/** Brings the tables up to date; does nothing where they are. */
export async function migrate({ url, authToken }: DatabaseSettings): Promise<void> {
  const client = createClient(authToken === undefined ? { url } : { url, authToken });
  try {
    await applyMigrations(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    });
  } finally {
    client.close();
  }
}
