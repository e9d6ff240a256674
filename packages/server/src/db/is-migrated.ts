import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { fileURLToPath } from 'node:url';
import type { Reader } from './open.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
let newest: number | undefined;

/** Whether the tables are the ones that this version was written for. */
export async function isMigrated(read: Reader): Promise<boolean> {
  newest ??= Math.max(...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis));
  const [table] = await read.all(sql`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`);
  if (!table) return false;
  const [found] = await read.all<{ at: number | null }>(sql`SELECT max(created_at) AS at FROM __drizzle_migrations`);
  return Number(found?.at ?? 0) >= newest;
}
