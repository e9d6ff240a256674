import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../db/migrate.ts';

const program = fileURLToPath(new URL('../fixture/import-many-rows.ts', import.meta.url));

test('200,000 rows are imported in a process that may hold 80 MB', { timeout: 180_000 }, async () => {
  const file = join(tmpdir(), `${randomUUID()}.db`);
  onTestFinished(async () => {
    for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true });
  });
  const url = `file:${file}`;
  await migrate({ url });
  const words = ['--max-old-space-size=80', '--import', 'tsx', program, url, '200000'];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  expect(JSON.parse(stdout)).toMatchObject({ result: { rows: 200_000, bad: 0 } });
});
