import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Transaction } from '../db/open.ts';
import { testServer } from '../fixture/test-server.ts';
import { writeTogether } from './write-together.ts';

async function counting() {
  const { db } = await testServer();
  await db.write(tx => tx.run(sql`CREATE TABLE written (name TEXT)`));
  const write = (name: string, then: () => void = () => {}) =>
    writeTogether(db, async (tx: Transaction) => {
      await tx.run(sql`INSERT INTO written VALUES (${name})`);
      then();
      return name;
    });
  const written = async () =>
    (await db.read.all<{ name: string }>(sql`SELECT name FROM written ORDER BY 1`)).map(({ name }) => name);
  return { db, write, written };
}

test('writes that come at once are all done, each with its own answer', async () => {
  const { write, written } = await counting();
  const names = Array.from({ length: 30 }, (_, at) => `n${String(at).padStart(2, '0')}`);
  expect(await Promise.all(names.map(name => write(name)))).toEqual(names);
  expect(await written()).toEqual(names);
});

test('one that is refused is refused alone', async () => {
  const { db, write, written } = await counting();
  const refused = writeTogether(db, () => Promise.reject(new Refusal('conflict', 'refusal.requestWaits')));
  const others = [write('a'), write('b')];
  await expect(refused).rejects.toMatchObject({ reason: 'refusal.requestWaits' });
  expect(await Promise.all(others)).toEqual(['a', 'b']);
  expect(await written()).toEqual(['a', 'b']);
});

test('one that fails half-way leaves nothing of itself, and the others whole', async () => {
  const { write, written } = await counting();
  const fails = write('broken', () => {
    throw new Error('half-way');
  });
  const others = [write('a'), write('b')];
  await expect(fails).rejects.toThrow('half-way');
  expect(await Promise.all(others)).toEqual(['a', 'b']);
  expect(await written()).toEqual(['a', 'b']);
});
