import { expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { sessionsRevoked } from '../db/schema/organizations.ts';
import { testServer } from '../fixture/test-server.ts';
import { purgeRevocations } from '../sessions/purge-revocations.ts';
import { startJobs } from './start-jobs.ts';

test('a job never runs twice at a time, outlives its failures, and is waited for at the end', async () => {
  const { world } = await testServer();
  const told: string[] = [];
  let atOnce = 0;
  let runs = 0;
  const run = async () => {
    runs++;
    expect(++atOnce).toBe(1);
    await sleep(12);
    atOnce--;
    throw new Error('no');
  };
  const jobs = startJobs(world, name => told.push(name), { tidy: { everyMs: 5, run } });
  while (runs < 3) await sleep(5);
  await jobs.stop();
  expect(atOnce).toBe(0);
  expect(told).toHaveLength(runs);
});

test('revocations are forgotten when what they end has ended by itself', async () => {
  const server = await testServer();
  const { organizationId, userId } = await server.session();
  const row = { organizationId, userId, issuedBefore: server.now() };
  await server.db.write(tx =>
    tx.insert(sessionsRevoked).values([
      { ...row, tokenId: 'over', expiresAt: server.now() - 1 },
      { ...row, tokenId: 'not yet', expiresAt: server.now() + 1 },
    ]),
  );
  expect(await purgeRevocations(server.world)).toBe(1);
  expect(await server.db.read.select().from(sessionsRevoked)).toMatchObject([{ tokenId: 'not yet' }]);
});
