import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appRouter } from '@campaign-kit/server/api';
import { migrate } from '@campaign-kit/server/db/migrate';
import { openDatabase } from '@campaign-kit/server/db/open';
import { organizations, users } from '@campaign-kit/server/db/schema/organizations';
import { createBus } from '@campaign-kit/server/realtime/bus';
import { createCallerFactory } from '@campaign-kit/server/trpc/trpc';
import type { World } from '@campaign-kit/server/world';
import { granted } from '@campaign-kit/shared/scopes';
import { seedCampaign } from '../fixture/seed-campaign.ts';
import { coreClock } from './core-clock.ts';
import { generatedAt } from './generate.ts';
import { percentile } from './percentile.ts';
import { recount } from './recount.ts';

export type MeasuredRequests = {
  readonly requests: number;
  readonly given: number;
  readonly perSecond: number;
  /** From the call to its answer, while 49 others ask. */
  readonly answerP99Ms: number;
};

const texters = 50;
const each = 200;
const campaigns = 10;
/** Each texter asks so many times, all of them at once each time. */
const rounds = 20;
/** The last request finds half of what it asks for. */
const pool = texters * each * rounds - each / 2;

const createCaller = createCallerFactory(appRouter);

/** Texters who ask at once, on a new file, until the pool is empty: nobody gets another's, and the sum is exact. */
export async function measureRequests(): Promise<MeasuredRequests> {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-bench-'));
  const url = `file:${join(directory, 'requests.db')}`;
  await migrate({ url });
  const world: World = { db: await openDatabase({ url }), now: () => generatedAt, bus: createBus(), sms: null };
  try {
    const callers = (await fill(world)).map(userId => callerOf(world, userId));
    const latencies: number[] = [];
    let given = 0;
    let ms = 0;
    for (let round = 0; round < rounds; round++) {
      const began = coreClock();
      const asked = callers.map(async caller => {
        const answer = await caller.requests.ask({ kind: 'unsent', count: each, requestKey: randomUUID() });
        latencies.push(coreClock() - began);
        return answer.given;
      });
      for (const one of await Promise.all(asked)) given += one;
      ms += coreClock() - began;
    }
    await check(world, given);
    const requests = texters * rounds;
    return { requests, given, perSecond: (requests / ms) * 1_000, answerP99Ms: percentile(latencies, 0.99) };
  } finally {
    await world.db.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The ids of the texters, and the pool over several campaigns. */
async function fill({ db }: World): Promise<number[]> {
  const createdAt = generatedAt;
  return db.write(async tx => {
    const [made] = await tx.insert(organizations).values({ name: 'Bench', createdAt }).returning();
    const organizationId = made!.id;
    const rows = Array.from({ length: texters }, (_, at) => {
      const name = `Texter ${at}`;
      return { organizationId, externalId: name, name, role: 'texter' as const, createdAt };
    });
    const ids = (await tx.insert(users).values(rows).returning({ id: users.id })).map(({ id }) => id);
    for (let at = 0; at < campaigns; at++) {
      const n = Math.floor((pool * (at + 1)) / campaigns) - Math.floor((pool * at) / campaigns);
      const seed = {
        title: `Campaign ${at}`,
        autoAssign: true,
        conversations: [{ n, status: 'needsMessage' as const }],
      };
      await seedCampaign(tx, { organizationId, texterIds: ids, now: generatedAt }, seed);
    }
    return ids;
  });
}

function callerOf(world: World, userId: number) {
  const session = {
    organizationId: 1,
    userId,
    role: 'texter' as const,
    elements: null,
    scopes: granted('texter', null),
    origin: 'https://crm.example',
    tokenId: randomUUID(),
    issuedAt: generatedAt,
    expiresAt: generatedAt + 86_400_000,
  };
  return createCaller({ ...world, session, refusal: null, requestId: 'bench', headers: new Headers() });
}

async function check({ db }: World, given: number): Promise<void> {
  const [held] = await db.read.all<{ count: number; most: number }>(sql`
    SELECT sum(n) AS count, max(n) AS most FROM (
      SELECT count(*) AS n FROM conversations WHERE texter_id IS NOT NULL GROUP BY texter_id)`);
  if (given !== pool || held?.count !== pool)
    throw new Error(`${given} given, ${held?.count} held, ${pool} there were`);
  if (held.most !== each * rounds) throw new Error(`somebody holds ${held.most}`);
  const wrong = await recount(db.read);
  if (wrong.length > 0) throw new Error(`kept counts are wrong: ${wrong.join('; ')}`);
}
