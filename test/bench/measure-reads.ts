import { setTimeout as sleep } from 'node:timers/promises';
import { beside, type Felt } from './beside.ts';
import { coreClock } from './core-clock.ts';
import { largeCampaign } from './generate.ts';
import type { Bench } from './open-bench.ts';
import { median } from './percentile.ts';

export type MeasuredReads = { readonly menuMs: number; readonly idle: Felt };

/** The menu, whose counts are kept, and the list query with nothing beside it: what the machine itself costs. Warmed up. */
export async function measureReads(bench: Bench): Promise<MeasuredReads> {
  await bench.quiet();
  const menus: number[] = [];
  for (let time = 0; time < 50; time++) {
    const began = coreClock();
    await bench.caller.campaigns.menu({ campaignId: largeCampaign });
    menus.push(coreClock() - began);
  }
  await beside(bench, () => sleep(1_000), { lists: true });
  const { felt } = await beside(bench, () => sleep(1_000), { lists: true });
  return { menuMs: median(menus), idle: felt };
}
