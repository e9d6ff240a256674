import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWorld } from '@campaign-kit/server/world';
import { organizationOfKey } from '@campaign-kit/server/organizations/organization-of-key';
import { databaseOf, keepState, readState } from './demo-state.ts';
import { prepare } from './prepare.ts';
import { campaignPlans } from './seed/campaign-plans.ts';

const plans = campaignPlans.slice(0, 3).map(plan => ({ ...plan, people: { ...plan.people, count: 40 } }));
const origins = ['http://localhost:4500'];

async function place(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-demo-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function ownerOf(directory: string, key: string) {
  const world = await openWorld({ url: `file:${databaseOf(directory)}` });
  try {
    return await organizationOfKey(world, `Bearer ${key}`);
  } finally {
    await world.db.close();
  }
}

test('the first start makes data and a key that the kit knows; the second finds both', async () => {
  const directory = await place();
  const first = await prepare({ directory, fresh: false, origins, plans });
  expect((await ownerOf(directory, first.secretKey)).organizationId).toBe(first.organizationId);
  expect(Object.values(first.offices)).toContain('Northside HQ');
  expect(await prepare({ directory, fresh: false, origins, plans })).toEqual(first);
});

test('a seed that was killed halfway is made anew', async () => {
  const directory = await place();
  const first = await prepare({ directory, fresh: false, origins, plans });
  await rm(join(directory, 'demo.json'));
  const second = await prepare({ directory, fresh: false, origins, plans });
  expect(second.secretKey).not.toBe(first.secretKey);
  await expect(ownerOf(directory, first.secretKey)).rejects.toThrow();
});

test('a fresh start forgets what was', async () => {
  const directory = await place();
  const first = await prepare({ directory, fresh: false, origins, plans });
  await keepState(directory, { ...first, seededAt: 1 });
  await prepare({ directory, fresh: true, origins, plans });
  expect((await readState(directory))?.seededAt).toBeGreaterThan(1);
});
