import { eq, sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Campaign } from '../campaigns/campaign.ts';
import { priority, type Transaction } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { conversations } from '../db/schema/conversations.ts';
import { queueText } from '../messages/queue-text.ts';
import { initialMessage } from '../messages/script-for.ts';
import { noteDeed } from '../operations/note-deed.ts';
import { emit } from '../realtime/emit.ts';
import { pooled, zonesInPool } from '../requests/pools.ts';
import type { World } from '../world.ts';
import { numberPace } from './number-pace.ts';
import { paceOf } from './pace.ts';
import { openZones } from './pool.ts';
import { queuedInitials } from './queued-initials.ts';

/** What may be in the queue at most: an opt-out or a pause then acts at once. */
const mostAhead = 200;
/** And no more than leave in so many seconds. */
const secondsAhead = 10;
/** About so long one chunk may hold the event loop; its size follows what the last one took. */
const chunkMs = 8;
const largest = 50;

/** Where this round stands in a campaign's pool: whoever cannot be texted is passed by, and looked at again in the next. */
type Round = { readonly campaignId: number; readonly passed: Map<number, number> };

/** Queues initial messages for the campaigns that send by themselves, chunk by chunk and in turn. */
export async function autoSend(world: World): Promise<void> {
  const running = await world.db.read.all<{ id: number }>(sql`
    SELECT id FROM campaigns INDEXED BY campaigns_auto_send WHERE auto_send = 'running' ORDER BY id`);
  let rounds: Round[] = running.map(({ id }) => ({ campaignId: id, passed: new Map() }));
  let size = 2;
  while (rounds.length > 0) {
    const going: Round[] = [];
    for (const round of rounds) {
      const began = performance.now();
      const { queued, more } = await world.db.write(tx => queueSome(tx, round, size, world.now()), priority.bulk);
      const tookMs = performance.now() - began;
      if (more) going.push(round);
      if (queued === size) {
        size = Math.max(1, Math.min(largest, Math.round(size * Math.min(2, chunkMs / Math.max(tookMs, 0.5)))));
      }
      if (queued > 0) world.bus.poke();
      await breathe();
    }
    rounds = going;
  }
}

/** `more`: the round may go on in this campaign. */
type Queued = { readonly queued: number; readonly more: boolean };
const nothing: Queued = { queued: 0, more: false };

/** One chunk. All that decides is read in the transaction that queues: another process, or a pause, cannot come in between. */
async function queueSome(tx: Transaction, round: Round, size: number, now: number): Promise<Queued> {
  const { campaignId } = round;
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign || !maySend(campaign, now)) return nothing;
  const ahead = await queuedInitials(tx, campaignId);
  const perSecond = await numberPace(tx, campaign);
  const room = Math.min(mostAhead, Math.ceil(perSecond * secondsAhead)) - ahead;
  const pace = paceOf(campaign.autoSendPerHour, campaign.autoSendNextAt, now);
  const most = Math.min(size, room, pace.turns);
  if (most <= 0) return nothing;
  const zones = await zonesInPool(tx, 'unsent', campaignId);
  if (zones.length === 0) {
    if (ahead === 0) await end(tx, campaign, now);
    return nothing;
  }
  const ids = await nextOf(tx, round, openZones(campaign, zones, now).open, most);
  const queued = await queueEach(tx, campaign, ids, now);
  if (queued > 0) {
    const autoSent = campaign.autoSent + queued;
    await tx
      .update(campaigns)
      .set({ autoSent, autoSendNextAt: pace.after(queued) })
      .where(eq(campaigns.id, campaignId));
  }
  return { queued, more: ids.length === most && (most === size || queued < most) };
}

const maySend = ({ autoSend: state, archivedAt, launchedAt, sendingPausedAt, dueAt }: Campaign, now: number) =>
  state === 'running' &&
  archivedAt === null &&
  launchedAt !== null &&
  sendingPausedAt === null &&
  (dueAt === null || dueAt > now);

async function nextOf(tx: Transaction, { campaignId, passed }: Round, zones: readonly number[], most: number) {
  const ids: number[] = [];
  for (const zone of zones) {
    if (ids.length === most) break;
    const found = await tx.all<{ id: number }>(sql`
      SELECT id FROM conversations INDEXED BY conversations_pool_unsent
      WHERE campaign_id = ${campaignId} AND zone = ${zone} AND ${pooled.unsent} AND id > ${passed.get(zone) ?? 0}
      ORDER BY id LIMIT ${most - ids.length}`);
    for (const { id } of found) {
      ids.push(id);
      passed.set(zone, id);
    }
  }
  return ids;
}

/** A text that is refused, such as one that is empty once it is filled in, stays in the pool for a person to see. */
async function queueEach(tx: Transaction, campaign: Campaign, ids: readonly number[], now: number): Promise<number> {
  let queued = 0;
  for (const id of ids) {
    const [conversation] = await tx.select().from(conversations).where(eq(conversations.id, id));
    if (!conversation) continue;
    try {
      const text = await initialMessage(tx, conversation, campaign.autoSendBy);
      await queueText(tx, { campaign, conversation, kind: 'initial', text, userId: null, now });
      queued++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return queued;
}

/** All have gone out. What comes into the pool later, such as a further pass, does not go out by itself unasked. */
async function end(tx: Transaction, { id, organizationId }: Campaign, now: number): Promise<void> {
  await tx.update(campaigns).set({ autoSend: 'off', updatedAt: now }).where(eq(campaigns.id, id));
  await emit(tx, organizationId, { type: 'campaignChanged', campaignId: id }, now);
  await noteDeed(tx, { kind: 'endSending', organizationId, campaignId: id, userId: null, now });
}
