import { sql } from 'drizzle-orm';
import type { LiveEvent } from '@campaign-kit/shared/events';
import { nextPoke } from '../realtime/next-poke.ts';
import { eventsAfter, newestEvent } from '../realtime/read-events.ts';
import type { SignedIn } from '../trpc/context.ts';

/** What this listener shows has changed; what it is now, it asks. */
export type RequestNews = { type: 'offer' } | { type: 'waiting' };

const ofOffer: readonly LiveEvent['type'][] = ['conversationsChanged', 'campaignChanged', 'requestsChanged'];

/**
 * That what a texter is offered or holds may have changed (`offer`), or the requests that wait for an admin (`waiting`),
 * from `lastEventId` on. Many events at once are one piece of news.
 */
export async function* watchRequests(
  ctx: SignedIn,
  { about, lastEventId }: { about: RequestNews['type']; lastEventId?: string | undefined },
  signal: AbortSignal,
) {
  const { db, session, bus } = ctx;
  let last = lastEventId === undefined ? await newestEvent(db.read) : Number(lastEventId);
  while (!signal.aborted && ctx.now() < session.expiresAt) {
    const woken = nextPoke(bus, signal);
    const found = await eventsAfter(db.read, session.organizationId, last);
    last = found.at(-1)?.id ?? last;
    const events = found.map(({ event }) => event);
    const changed =
      about === 'waiting'
        ? events.some(({ type }) => type === 'requestsChanged')
        : events.some(({ type }) => ofOffer.includes(type)) || (await isHeld(ctx, events));
    if (changed) yield { id: String(last), news: { type: about } };
    if (found.length === 0) await woken.promise;
    woken.cancel();
  }
}

/** Whether one of the conversations that something happened to is with this texter. */
async function isHeld({ db, session }: SignedIn, events: readonly LiveEvent[]): Promise<boolean> {
  const ids = events.flatMap(event => (event.type === 'conversationChanged' ? [event.conversationId] : []));
  if (ids.length === 0) return false;
  const held = await db.read.all(sql`
    SELECT 1 FROM conversations WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      AND texter_id = ${session.userId} LIMIT 1`);
  return held.length > 0;
}
