import { desc, eq, sql } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';
import { textRequests } from '../db/schema/conversations.ts';
import type { SignedIn } from '../trpc/context.ts';
import { poolsFor, pooled, type Kind, type Pool, type WhyNothing } from './pools.ts';
import { requestRules } from './limit.ts';

/** What of one kind can be asked for now. `available` is counted up to 10,000; `more`: there are more than that. */
export type Offered = {
  readonly available: number;
  readonly more: boolean;
  readonly why: WhyNothing | null;
  /** When the first of those who may not be texted now may be. */
  readonly opensAt: number | null;
};

export type Offer = {
  readonly most: number;
  readonly approval: 'automatic' | 'admin';
  readonly suspended: boolean;
  /** What the texter holds already: replies to be answered come first. */
  readonly held: { readonly unsent: number; readonly unreplied: number };
  readonly unsent: Offered;
  readonly unreplied: Offered;
  /** A request that an admin has not decided about yet. */
  readonly waiting: {
    readonly id: number;
    readonly kind: Kind;
    readonly asked: number;
    readonly createdAt: number;
  } | null;
  /** The texter's last request where an admin decided about it in the last 12 hours. */
  readonly decided: {
    readonly id: number;
    readonly kind: Kind;
    readonly asked: number;
    readonly given: number;
    readonly state: 'approved' | 'rejected';
    readonly decidedAt: number;
  } | null;
};

const countedTo = 10_000;
const decidedForMs = 12 * 3_600_000;

/** What the form offers this texter now, and why where it is nothing. */
export async function offer({ db, session, now: clock }: SignedIn): Promise<Offer> {
  const { organizationId, userId } = session;
  const now = clock();
  const asked = { organizationId, userId, now };
  const { most, approval, suspended } = await requestRules(db.read, organizationId, userId);
  const [unsent, unreplied] = [
    await offered(db.read, { ...asked, kind: 'unsent' }),
    await offered(db.read, { ...asked, kind: 'unreplied' }),
  ];
  return {
    most,
    approval,
    suspended,
    held: await heldBy(db.read, userId),
    unsent,
    unreplied,
    ...(await lastRequest(db.read, userId, now)),
  };
}

async function offered(read: Reader, asked: Parameters<typeof poolsFor>[1]): Promise<Offered> {
  const { pools, why } = await poolsFor(read, asked);
  let available = 0;
  for (const pool of pools) {
    if (pool.zones.length === 0 || available > countedTo) continue;
    available += await countPool(read, asked.kind, pool, countedTo + 1 - available);
  }
  const opens = pools.flatMap(({ opensAt }) => (opensAt === null ? [] : [opensAt]));
  return {
    available: Math.min(available, countedTo),
    more: available > countedTo,
    why: available === 0 ? why : null,
    opensAt: opens.length > 0 ? Math.min(...opens) : null,
  };
}

async function countPool(read: Reader, kind: Kind, { campaignId, zones }: Pool, most: number): Promise<number> {
  const index = sql.raw(`conversations_pool_${kind}`);
  const [row] = await read.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM (SELECT 1 FROM conversations INDEXED BY ${index}
      WHERE campaign_id = ${campaignId} AND ${pooled[kind]} AND ${sql.raw(`zone IN (${zones.join(', ')})`)} LIMIT ${most})`);
  return row?.count ?? 0;
}

/** What a texter holds and has not dealt with. */
export async function heldBy(read: Pick<Reader, 'all'>, userId: number): Promise<Offer['held']> {
  const [row] = await read.all<Offer['held']>(sql`
    SELECT
      (SELECT count(*) FROM conversations INDEXED BY conversations_held_unsent
        WHERE texter_id = ${userId} AND status = 1 AND texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0) AS unsent,
      (SELECT count(*) FROM conversations INDEXED BY conversations_held_unreplied
        WHERE texter_id = ${userId} AND status = 2 AND texter_id IS NOT NULL AND opted_out = 0 AND escalated = 0) AS unreplied`);
  return row ?? { unsent: 0, unreplied: 0 };
}

async function lastRequest(read: Reader, userId: number, now: number): Promise<Pick<Offer, 'waiting' | 'decided'>> {
  const [last] = await read
    .select()
    .from(textRequests)
    .where(eq(textRequests.userId, userId))
    .orderBy(desc(textRequests.id))
    .limit(1);
  if (!last) return { waiting: null, decided: null };
  const { id, kind, asked, given, state, createdAt, decidedAt, decidedBy } = last;
  if (state === 'waiting') return { waiting: { id, kind, asked, createdAt }, decided: null };
  const recent = decidedBy !== null && decidedAt !== null && decidedAt > now - decidedForMs;
  const told = recent && state !== 'withdrawn';
  return { waiting: null, decided: told ? { id, kind, asked, given, state, decidedAt } : null };
}
