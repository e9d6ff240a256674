import { inArray } from 'drizzle-orm';
import { conversations } from '../db/schema/conversations.ts';
import { eventsAfter, newestEvent } from '../realtime/read-events.ts';
import { nextPoke } from '../realtime/next-poke.ts';
import type { SignedIn } from '../trpc/context.ts';

export type TextingNews = { type: 'conversation'; conversationId: number } | { type: 'queue' };

/** What happens to a texter's own conversations, and that the pool or a decision has changed, from `lastEventId` on. */
export async function* watchTexting(
  ctx: SignedIn,
  { lastEventId }: { lastEventId?: string | undefined },
  signal: AbortSignal,
) {
  const { db, session, bus } = ctx;
  let last = lastEventId === undefined ? await newestEvent(db.read) : Number(lastEventId);
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
    if (events.some(({ event }) => event.type === 'conversationsChanged' || event.type === 'requestsChanged')) {
      yield { id: String(last), news: { type: 'queue' } as TextingNews };
    }
    if (events.length === 0) await woken.promise;
    woken.cancel();
  }
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
