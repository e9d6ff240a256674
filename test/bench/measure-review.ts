import { setImmediate as breathe } from 'node:timers/promises';
import { places } from '@campaign-kit/server/review/places';
import { writePlace, type Place } from '@campaign-kit/server/review/place';
import { soughtBy } from '@campaign-kit/server/review/sought';
import { beside } from './beside.ts';
import { benchedFilters, benchedWords, type BenchedFilter } from './benched-filters.ts';
import { coreClock } from './core-clock.ts';
import type { Bench } from './open-bench.ts';
import { median } from './percentile.ts';

export type MeasuredFilter = {
  readonly name: string;
  readonly by: BenchedFilter['by'];
  readonly count: number;
  /** The first page together with the exact count. */
  readonly firstMs: number;
  /** Page 2,000, or the last one where there are fewer. */
  readonly deepMs: number;
  /** The longest time that the event loop served nobody. */
  readonly stallMs: number;
};

const pageSize = 50;
const deepPage = 2_000;
const times = 9;

/** The first page with the count, and a page far behind, of every filter. */
export async function measureReview(bench: Bench): Promise<MeasuredFilter[]> {
  const measured: MeasuredFilter[] = [];
  for (const one of [...benchedFilters, ...benchedWords]) measured.push(await measure(bench, one));
  return measured;
}

async function measure(bench: Bench, { name, filter, sort, by }: BenchedFilter): Promise<MeasuredFilter> {
  const { review } = bench.caller;
  const page = (after: string | null) => review.list({ filter, sort, after, limit: pageSize });
  const { count } = await review.count({ filter });
  const far = Math.min(count - pageSize, (deepPage - 1) * pageSize);
  const after = await placeAt(bench, { filter, sort }, far);

  await bench.quiet();
  const first: number[] = [];
  const deep: number[] = [];
  const { felt } = await beside(
    bench,
    async () => {
      for (let time = 0; time < times; time++) {
        first.push(await timed(async () => (await page(null)).count ?? (await review.count({ filter }))));
        await breathe();
        deep.push(await timed(() => page(after && writePlace(after))));
        await breathe();
      }
    },
    { lists: false },
  );
  return { name, by, count, firstMs: median(first), deepMs: median(deep), stallMs: felt.stall };
}

const placesAtOnce = 2_000;

async function placeAt(bench: Bench, { filter, sort }: Pick<BenchedFilter, 'filter' | 'sort'>, far: number) {
  const sought = await soughtBy(bench.world.db.read, bench.session.organizationId, filter);
  let last: Place | null = null;
  for (let left = far; left > 0; left -= placesAtOnce) {
    const found = await places(sought, sort, { after: last, most: Math.min(left, placesAtOnce) });
    last = found.places.at(-1) ?? null;
  }
  return last;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = coreClock();
  await work();
  return coreClock() - began;
}
