import { sql } from 'drizzle-orm';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { onSqld } from '../fixture/test-database.ts';
import { testServer } from '../fixture/test-server.ts';
import { openDatabase } from './open.ts';

const megabyte = 1024 * 1024;

test.skipIf(onSqld)('a log that has grown is moved into the file while the database is open', async () => {
  const { url } = await testServer();
  const db = await openDatabase({ url });
  onTestFinished(() => db.close());
  const file = fileURLToPath(new URL(url));
  const size = async () => (await stat(file)).size;
  const grow = (megabytes: number) =>
    db.write(tx => tx.run(sql`INSERT INTO filling VALUES (randomblob(${megabytes * megabyte}))`));
  const before = await size();
  await db.write(tx => tx.run(sql`CREATE TABLE filling (bytes BLOB)`));
  await grow(1);
  await sleep(600);
  expect(await size()).toBe(before);
  await grow(6);
  await expect.poll(size, { timeout: 10_000 }).toBeGreaterThan(before + 6 * megabyte);
});
