import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reviewSorts, reviewStatuses, type ReviewFilter } from '@campaign-kit/shared/review-filter';
import { learnNames } from '../contacts/learn-names.ts';
import { addReviewWorld, inOrder, isWanted, type Known } from '../fixture/review-world.ts';
import { onSqld } from '../fixture/test-database.ts';
import { testServer } from '../fixture/test-server.ts';
import type { Place } from './place.ts';
import { placesInWalk } from './places-in-walk.ts';
import { allInOrder } from './places.ts';
import { shortTime } from './short-time.ts';
import { soughtBy } from './sought.ts';

/** Two organizations of which one is asked. */
async function reviewed(size = 60) {
  const server = await testServer();
  const session = await server.session();
  const stranger = await server.session();
  const texter = await server.user({ organizationId: session.organizationId, name: 'Bo', role: 'texter' });
  const known = await addReviewWorld(server, session.organizationId, [session.userId, texter.id], size);
  await addReviewWorld(server, stranger.organizationId, [stranger.userId], 10);
  const caller = server.caller(session);
  const all = async (filter: ReviewFilter, sort: (typeof reviewSorts)[number], limit: number) => {
    const ids: number[] = [];
    for (let after: string | null = null; ;) {
      const page: { rows: { id: number }[]; next: string | null } = await caller.review.list({
        filter,
        sort,
        after,
        limit,
      });
      ids.push(...page.rows.map(({ id }) => id));
      if (page.next === null) return ids;
      after = page.next;
    }
  };
  return { server, session, known, caller, all };
}

type Reviewed = Awaited<ReturnType<typeof reviewed>>;

function anyFilter({ known, server }: Reviewed): fc.Arbitrary<ReviewFilter> {
  const some = <T>(of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 2 });
  const ids = (of: (one: Known) => number | null | undefined) =>
    some([...new Set(known.map(of))].filter(id => id != null));
  const fact = fc.boolean();
  const instant = fc.integer({ min: 0, max: 20 }).map(minutes => server.now() - minutes * 60_000);
  const values = {
    campaigns: ids(one => one.campaignId),
    texters: ids(one => one.texterId),
    unassigned: fc.constant(true),
    statuses: some(reviewStatuses),
    tags: ids(one => one.tagIds[0]),
    operator: fc.constantFrom('agents', 'assistant'),
    escalated: fact,
    optedOut: fact,
    needsAttention: fact,
    likelyOptOut: fact,
    archived: fc.constantFrom('include', 'only'),
    deliveryError: fc.constantFrom('any', 'unreachable', 'landline', 'unknown'),
    from: instant,
    to: instant,
    person: fc.constantFrom('an', 'jose gar', 'nguyen', 'z', '(202) 555', '15', 'D', '1202', '2026'),
    words: fc.constantFrom('cafe', 'help*', 'vote saturday', '"cafe help"', 'nao', 'stop'),
  };
  const names = Object.keys(values) as (keyof typeof values)[];
  return fc.tuple(fc.record(values), fc.subarray(names, { maxLength: 4 })).map(([full, kept]) => {
    return Object.fromEntries(kept.map(name => [name, full[name]]));
  });
}

for (const learned of ['learned', 'not learned yet', 'learned by half'] as const) {
  test(`any filter lists and counts what it says, by every way, in each order, with names ${learned}`, async () => {
    const world = await reviewed();
    const { server, session, known, caller, all } = world;
    if (learned !== 'not learned yet') await learnNames(server.world);
    if (learned === 'learned by half') {
      const half = known[80]!.contactId;
      await server.db.write(async tx => {
        await tx.run(sql`UPDATE contacts SET last_name = 'Smith' WHERE id = ${half}`);
        await tx.run(sql`DELETE FROM contact_names WHERE contact_id > ${half}`);
        await tx.run(sql`DELETE FROM contact_name_words WHERE rowid > CAST(${half} AS INTEGER)`);
        await tx.run(sql`UPDATE names_learned SET last_contact_id = ${half}`);
      });
      known[80]!.lastName = 'Smith';
    }
    await fc.assert(
      fc.asyncProperty(anyFilter(world), fc.integer({ min: 5, max: 60 }), async (filter, limit) => {
        const wanted = known.filter(one => isWanted(filter, one));
        expect(await caller.review.count({ filter })).toEqual({ count: wanted.length });
        const sought = await soughtBy(server.db.read, session.organizationId, filter);
        for (const sort of reviewSorts) {
          const ids = [...wanted].sort(inOrder(sort)).map(({ id }) => id);
          expect(await all(filter, sort, limit)).toEqual(ids);
          const first = await caller.review.list({ filter, sort, after: null, limit: 5 });
          expect([null, ids.length]).toContain(first.count);
          if (learned !== 'learned' || sought.stretches.length === 0) continue;
          const whole = { ...sought, few: null };
          const ways: Record<string, (after: Place | null) => Promise<Place[] | null>> = {
            inOrder: after => allInOrder(whole, sort, { after, most: 40 }, 0),
            inWalk: async after => (await placesInWalk(whole, sort, after, 40)).places,
          };
          const short = await shortTime(sought, 1e6);
          if (short) {
            const byTimes = { ...whole, short: () => Promise.resolve({ ...short, atOnce: 3 }) };
            ways.inTimes = async after => (await placesInWalk(byTimes, sort, after, 40)).places;
            expect((await placesInWalk(byTimes, sort, null, 3, { counts: true })).count).toBe(ids.length);
          }
          for (const [name, way] of Object.entries(ways)) {
            const found: number[] = [];
            for (let after: Place | null = null; ;) {
              const page: Place[] = (await way(after)) ?? [];
              found.push(...page.map(([, , , id]) => id));
              if (page.length < 40) break;
              after = page.at(-1)!;
            }
            expect(found, name).toEqual(ids);
          }
          const { count } = await placesInWalk(whole, sort, null, 3, { counts: true });
          expect(count).toBe(ids.length);
        }
      }),
      { numRuns: onSqld ? 6 : 20 },
    );
  });
}
