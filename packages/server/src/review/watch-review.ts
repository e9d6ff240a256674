import { nextPoke } from '../realtime/next-poke.ts';
import { eventsAfter, newestEvent } from '../realtime/read-events.ts';
import type { SignedIn } from '../trpc/context.ts';

/** Single conversations that changed, or that so many may have that the list has to be asked for again. */
export type ReviewNews = { type: 'conversations'; ids: number[] } | { type: 'many' };

/** What happens to the conversations of the organization, from `lastEventId` on: a listener that comes back misses nothing. */
export async function* watchReview(
  { db, session, bus, now }: SignedIn,
  { lastEventId }: { lastEventId?: string | undefined },
  signal: AbortSignal,
) {
  let last = lastEventId === undefined ? await newestEvent(db.read) : Number(lastEventId);
  while (!signal.aborted && now() < session.expiresAt) {
    const woken = nextPoke(bus, signal);
    const events = await eventsAfter(db.read, session.organizationId, last);
    last = events.at(-1)?.id ?? last;
    const ids = new Set<number>();
    let many = false;
    for (const { event } of events) {
      if (event.type === 'conversationChanged') ids.add(event.conversationId);
      else if (event.type === 'conversationsChanged' || event.type === 'campaignChanged') many = true;
    }
    const id = String(last);
    if (ids.size) yield { id, news: { type: 'conversations', ids: [...ids] } as ReviewNews };
    if (many) yield { id, news: { type: 'many' } as ReviewNews };
    if (events.length === 0) await woken.promise;
    woken.cancel();
  }
}
