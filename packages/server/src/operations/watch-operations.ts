import type { LiveEvent } from '@campaign-kit/shared/events';
import { nextPoke } from '../realtime/next-poke.ts';
import { eventsAfter, newestEvent } from '../realtime/read-events.ts';
import type { SignedIn } from '../trpc/context.ts';
import { getOperation } from './list-operations.ts';
import type { DescribedOperation } from './describe-operations.ts';

export type Watched =
  { type: 'operation'; operation: DescribedOperation } | { type: 'campaign'; campaignId: number | null };

type OfCampaign = Exclude<LiveEvent, { type: 'requestsChanged' }>;

/** A thousand texts in one campaign are one piece of news. */
const subjectOf = (event: OfCampaign) =>
  event.type === 'operationChanged' ? `operation ${event.operationId}` : `campaign ${event.campaignId}`;

/** What happens in a campaign, or in all of them, from `lastEventId` on: a listener that comes back misses nothing. */
export async function* watchOperations(
  ctx: SignedIn,
  { campaignId, lastEventId }: { campaignId: number | null; lastEventId?: string | undefined },
  signal: AbortSignal,
) {
  const { db, session, bus } = ctx;
  let last = lastEventId === undefined ? await newestEvent(db.read) : Number(lastEventId);
  const about = (event: LiveEvent): event is OfCampaign =>
    event.type !== 'requestsChanged' &&
    (campaignId === null || event.campaignId === null || event.campaignId === campaignId);
  while (!signal.aborted && ctx.now() < session.expiresAt) {
    const woken = nextPoke(bus, signal);
    const events = await eventsAfter(db.read, session.organizationId, last);
    const newest = new Map<string, { id: number; event: OfCampaign }>();
    for (const { id, event } of events) {
      last = id;
      if (about(event)) newest.set(subjectOf(event), { id, event });
    }
    for (const { id, event } of newest.values()) yield { id: String(id), watched: await told(ctx, event) };
    if (events.length === 0) await woken.promise;
    woken.cancel();
  }
}

async function told(ctx: SignedIn, event: OfCampaign): Promise<Watched> {
  if (event.type !== 'operationChanged') return { type: 'campaign', campaignId: event.campaignId };
  return { type: 'operation', operation: await getOperation(ctx, event) };
}
