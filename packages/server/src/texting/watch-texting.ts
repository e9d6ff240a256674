import { inArray, sql } from 'drizzle-orm';
import { conversations } from '../db/schema/conversations.ts';
import { eventsAfter, newestEvent } from '../realtime/read-events.ts';
import { nextPoke } from '../realtime/next-poke.ts';
import type { SignedIn } from '../trpc/context.ts';

export type TextingNews = { type: 'conversation'; conversationId: number } | { type: 'queue' };

/**
 * What happens to a texter's own conversations, that others of them came or went, and that a request was decided, from
 * `lastEventId` on. An organization where much goes on elsewhere stays silent here.
 */
export async function* watchTexting(
  ctx: SignedIn,
  { lastEventId }: { lastEventId?: string | undefined },
  signal: AbortSignal,
) {
  const { db, session, bus } = ctx;
  let last = lastEventId === undefined ? await newestEvent(db.read) : Number(lastEventId);
  // Who comes back may have missed what makes the difference.
  let held = lastEventId === undefined ? await heldAs(ctx) : '';
  while (!signal.aborted && ctx.now() < session.expiresAt) {
    const woken = nextPoke(bus, signal);
    const events = await eventsAfter(db.read, session.organizationId, last);
    const changed = new Set<number>();
    for (const { id, event } of events) {
      last = id;
      if (event.type === 'conversationChanged') changed.add(event.conversationId);
    }
    const mine = await heldOf(ctx, [...changed]);
    for (const conversationId of mine)
      yield { id: String(last), news: { type: 'conversation', conversationId } as TextingNews };
    const before = held;
    if (events.some(({ event }) => event.type === 'conversationsChanged')) held = await heldAs(ctx);
    if (held !== before || events.some(({ event }) => event.type === 'requestsChanged')) {
      yield { id: String(last), news: { type: 'queue' } as TextingNews };
    }
    if (events.length === 0) await woken.promise;
    woken.cancel();
  }
}

/** Which conversations wait for this texter, as a text that is another one when they are others. */
async function heldAs({ db, session }: SignedIn): Promise<string> {
  const [row] = await db.read.all<{ held: string }>(sql`
    SELECT (SELECT count(*) || ' ' || total(id) FROM conversations INDEXED BY conversations_held_unsent
        WHERE texter_id = ${session.userId} AND status = 1 AND texter_id IS NOT NULL)
      || ', ' || (SELECT count(*) || ' ' || total(id) FROM conversations INDEXED BY conversations_held_unreplied
        WHERE texter_id = ${session.userId} AND status = 2 AND texter_id IS NOT NULL) AS held`);
  return row?.held ?? '';
}

async function heldOf({ db, session }: SignedIn, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({ id: conversations.id, texterId: conversations.texterId, organizationId: conversations.organizationId })
    .from(conversations)
    .where(inArray(conversations.id, [...ids]));
  const own = rows.filter(row => row.texterId === session.userId && row.organizationId === session.organizationId);
  return own.map(({ id }) => id);
}
