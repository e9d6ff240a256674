import { createClient } from '@libsql/client';
import { count } from 'drizzle-orm';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { onSqld } from '../fixture/test-database.ts';
import { testServer } from '../fixture/test-server.ts';
import { openDatabase, priority, type Transaction } from './open.ts';
import { organizations } from './schema/organizations.ts';

const insert = (name: string) => (tx: Transaction) =>
  tx.insert(organizations).values({ name, createdAt: 1 }).returning({ id: organizations.id });

async function opened(url: string) {
  const db = await openDatabase({ url });
  onTestFinished(() => db.close());
  const organizationsNow = async () => (await db.read.select({ n: count() }).from(organizations))[0]?.n;
  return { ...db, organizationsNow };
}

test('what fails in the middle leaves nothing behind, and the next write goes through', async () => {
  const { url } = await testServer();
  const db = await opened(url);
  const failing = db.write(async tx => {
    await insert('half')(tx);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await db.write(insert('whole'));
  expect(await db.organizationsNow()).toBe(1);
});

test('writes that come at once take turns', async () => {
  const { url } = await testServer();
  const db = await opened(url);
  await Promise.all(Array.from({ length: 30 }, (_, nth) => db.write(insert(`no. ${nth}`))));
  expect(await db.organizationsNow()).toBe(30);
});

test.skipIf(onSqld)(
  'bulk work that goes on while nobody waits learns it when somebody does, who has the next turn',
  async () => {
    const { url } = await testServer();
    const db = await opened(url);
    const order: string[] = [];
    const bulk = db.write(async (tx, isWanted) => {
      await insert('bulk')(tx);
      for (let turns = 0; turns < 20; turns++) await breathe();
      expect(isWanted()).toBe(false);
      const small = db.write(insert('small')).then(() => order.push('small'));
      const later = db.write(insert('more bulk'), priority.bulk).then(() => order.push('more bulk'));
      for (let turns = 0; !isWanted() && turns < 20; turns++) await breathe();
      expect(isWanted()).toBe(true);
      order.push('bulk');
      return { rest: Promise.all([small, later]) };
    }, priority.bulk);
    await (
      await bulk
    ).rest;
    expect(order).toEqual(['bulk', 'small', 'more bulk']);
    expect(await db.organizationsNow()).toBe(3);
  },
);

test.skipIf(onSqld)('while another process holds the lock a write waits, and holds nobody up', async () => {
  const { url } = await testServer();
  const db = await opened(url);
  await db.write(insert('before'));
  const other = createClient({ url, concurrency: 1 });
  onTestFinished(() => other.close());
  const held = await other.transaction('write');
  let turns = 0;
  const ticking = setInterval(() => turns++, 10);
  const waiting = db.write(insert('after'));
  await sleep(400);
  expect(await db.organizationsNow()).toBe(1);
  await held.rollback();
  await waiting;
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(8);
  expect(await db.organizationsNow()).toBe(2);
  await db.write(insert('later'));
  expect(await db.organizationsNow()).toBe(3);
});

for (const scheme of ['http', 'ws', 'libsql'] as const) {
  test.runIf(onSqld)(`the same code runs against a libSQL server by ${scheme}`, async () => {
    const server = await testServer();
    const { host } = new URL(server.url);
    const db = await opened(`${scheme}://${host}${scheme === 'libsql' ? '?tls=0' : ''}`);
    await db.write(insert('far away'));
    const refused = db.write(async tx => {
      await insert('half')(tx);
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(db.embedded).toBe(false);
    expect(await db.organizationsNow()).toBe(1);
  });
}
