import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the demo has to remember between two starts, beside the database. The key is for this machine's demo alone. */
export type DemoState = {
  sessionSecret: string;
  cookieSecret: string;
  secretKey: string;
  organizationId: number;
  /** The CRM's own record: the office of each campaign. */
  offices: Record<number, string>;
  seededAt: number;
};

const file = (directory: string) => join(directory, 'demo.json');

export const databaseOf = (directory: string) => join(directory, 'campaign-kit.db');

/** The state, or null when there is none: then whatever of a database is there was never finished. */
export async function readState(directory: string): Promise<DemoState | null> {
  try {
    return JSON.parse(await readFile(file(directory), 'utf8')) as DemoState;
  } catch {
    return null;
  }
}

/** Written last and at once, so that a seed that was killed halfway is not taken for a whole one. */
export async function keepState(directory: string, state: DemoState): Promise<void> {
  const draft = `${file(directory)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(state, null, 2));
  await chmod(draft, 0o600);
  await rename(draft, file(directory));
}

/** Takes database and state away. */
export async function forget(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await rm(file(directory), { force: true });
  for (const end of ['', '-wal', '-shm']) await rm(databaseOf(directory) + end, { force: true });
}

export const newSecret = () => randomBytes(48).toString('base64url');
