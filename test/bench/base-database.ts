import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const cache = path('../../node_modules/.cache/bench');
const migrations = path('../../packages/server/src/db/migrations');

/** A file with so many conversations, to be copied. Generated when there is none of these migrations and this generator. */
export async function baseDatabase(rows: number, tell: (line: string) => void): Promise<string> {
  await mkdir(cache, { recursive: true });
  const file = join(cache, `${await key()}-${rows}.db`);
  const known = await stat(file).catch(() => null);
  if (known) return file;
  tell(`generating ${rows.toLocaleString('en')} conversations, once`);
  await forgetOthers();
  const unfinished = `${file}.${process.pid}`;
  await generate(unfinished, rows);
  await rename(unfinished, file);
  return file;
}

/** A copy that is on the disk already, so that its writing does not disturb what is measured. */
export async function copyOf(base: string, name: string): Promise<{ file: string; remove(): Promise<void> }> {
  const file = join(cache, `run-${process.pid}-${name}.db`);
  const remove = async () => {
    for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true });
  };
  await copyFile(base, file);
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
  return { file, remove };
}

async function key(): Promise<string> {
  const hash = createHash('sha256');
  const folders = (await readdir(migrations)).filter(name => name.endsWith('.sql')).sort();
  for (const name of folders) hash.update(await readFile(join(migrations, name)));
  for (const name of ['generate.ts', 'recount.ts']) hash.update(await readFile(path(name)));
  return hash.digest('hex').slice(0, 16);
}

async function forgetOthers(): Promise<void> {
  const current = await key();
  for (const name of await readdir(cache)) {
    if (/^[0-9a-f]{16}-\d+\.db$/.test(name) && !name.startsWith(current)) await rm(join(cache, name));
  }
}
