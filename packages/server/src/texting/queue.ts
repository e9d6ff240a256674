import { sql, type SQL } from 'drizzle-orm';
import { fillScript } from '@campaign-kit/shared/script';
import { segments } from '@campaign-kit/shared/segments';
import { windowOf } from '../messages/queue-text.ts';
import { contactOf, fieldsOf, firstNameOf, scriptOf } from '../messages/script-for.ts';
import { campaignOf, type Campaign } from '../campaigns/campaign.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import { heldBy } from '../requests/offer.ts';
import type { SignedIn } from '../trpc/context.ts';
import { hoursOf, type Hours } from './hours-of.ts';

/** One conversation that waits for this texter. */
export type Waiting = {
  readonly conversationId: number;
  readonly campaign: { readonly id: number; readonly title: string };
  readonly contact: { readonly firstName: string; readonly lastName: string };
  /** The initial message as it will be sent, or how the last reply begins. */
  readonly text: string;
  /** Of an initial message; 0 for a reply. */
  readonly segments: number;
  readonly waitingSince: number | null;
  readonly hours: Hours;
  readonly likelyOptOut: boolean;
  readonly needsAttention: boolean;
};

export type Queue = {
  readonly held: { readonly unsent: number; readonly unreplied: number };
  readonly waiting: readonly Waiting[];
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
};

type Asked = { kind: 'unsent' | 'unreplied'; after: number | null; limit: number };

/** What this texter holds and has not dealt with: initial messages that may go out now in the order of their ids, replies by how long they wait. */
export async function queue(ctx: SignedIn, { kind, after, limit }: Asked): Promise<Queue> {
  const { db, session, now: clock } = ctx;
  const { userId, organizationId } = session;
  const ids =
    kind === 'unsent' ? await unsentIds(ctx, after ?? 0, limit + 1) : await unrepliedIds(ctx, after ?? 0, limit + 1);
  const texter = await firstNameOf(db.read, userId);
  const campaigns = new Map<number, Campaign>();
  const waiting: Waiting[] = [];
  for (const id of ids.slice(0, limit)) {
    const conversation = await conversationOf(db.read, organizationId, id);
    const { campaignId, zone, waitingSince, likelyOptOut, needsAttention } = conversation;
    const campaign = campaigns.get(campaignId) ?? (await campaignOf(db.read, organizationId, campaignId));
    campaigns.set(campaignId, campaign);
    const contact = await contactOf(db.read, conversation);
    const text =
      kind === 'unsent'
        ? fillScript(await scriptOf(db.read, conversation), fieldsOf(contact, texter))
        : await lastWords(ctx, id);
    waiting.push({
      conversationId: id,
      campaign: { id: campaignId, title: campaign.title },
      contact: { firstName: contact?.firstName ?? '', lastName: contact?.lastName ?? '' },
      text,
      segments: kind === 'unsent' ? segments(text).count : 0,
      waitingSince,
      hours: hoursOf(campaign, zone, clock()),
      likelyOptOut,
      needsAttention,
    });
  }
  const more = ids.length > limit;
  const next = kind === 'unsent' ? (ids[limit - 1] ?? null) : (after ?? 0) + limit;
  return { held: await heldBy(db.read, userId), waiting, next: more ? next : null };
}

/** Those who may be texted now go before all others; only where there is nobody the others are shown, with their hour. */
async function unsentIds(ctx: SignedIn, after: number, limit: number): Promise<number[]> {
  const { db, session } = ctx;
  const open = await openPlaces(ctx);
  const rows = await db.read.all<{ id: number }>(sql`
    SELECT id FROM conversations INDEXED BY conversations_held_unsent
    WHERE texter_id = ${session.userId} AND status = 1 AND texter_id IS NOT NULL
      AND opted_out = 0 AND escalated = 0 AND id > ${after} AND ${open ?? sql`1`} ORDER BY id LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

type Place = Pick<Campaign, 'textingFromMinute' | 'textingToMinute' | 'timeZone'> & {
  campaignId: number;
  zone: number;
};

/** The campaigns and zones in which this texter may send initial messages now; null where there are none. */
async function openPlaces({ db, session, now: clock }: SignedIn): Promise<SQL | null> {
  const now = clock();
  const places = await db.read.all<Place>(sql`
    SELECT h.campaign_id AS campaignId, h.zone, p.time_zone AS timeZone,
      p.texting_from_minute AS textingFromMinute, p.texting_to_minute AS textingToMinute
    FROM (SELECT DISTINCT campaign_id, zone FROM conversations INDEXED BY conversations_held_unsent
      WHERE texter_id = ${session.userId} AND status = 1 AND texter_id IS NOT NULL
        AND opted_out = 0 AND escalated = 0) AS h
    CROSS JOIN campaigns AS p ON p.id = h.campaign_id
    WHERE p.archived_at IS NULL AND p.sending_paused_at IS NULL AND p.launched_at IS NOT NULL
      AND ifnull(p.due_at > ${now}, 1)`);
  const open = places.filter(place => windowOf(place, place.zone, now).open);
  if (open.length === 0) return null;
  const zones = new Map<number, number[]>();
  for (const { campaignId, zone } of open) zones.set(campaignId, [...(zones.get(campaignId) ?? []), Math.trunc(zone)]);
  const each = [...zones].map(
    ([campaignId, of]) => `(campaign_id = ${Math.trunc(campaignId)} AND zone IN (${of.join(', ')}))`,
  );
  return sql.raw(`(${each.join(' OR ')})`);
}

/** By place, not by key: the oldest goes when it is answered, so a page is always asked for from the front. */
async function unrepliedIds({ db, session }: SignedIn, offset: number, limit: number): Promise<number[]> {
  const rows = await db.read.all<{ id: number }>(sql`
    SELECT id FROM conversations INDEXED BY conversations_held_unreplied
    WHERE texter_id = ${session.userId} AND status = 2 AND texter_id IS NOT NULL
      AND opted_out = 0 AND escalated = 0 ORDER BY waiting_since, id LIMIT ${limit} OFFSET ${offset}`);
  return rows.map(({ id }) => id);
}

const shownOfReply = 160;

/** How the last reply begins; empty where it was only a picture. */
async function lastWords({ db }: SignedIn, conversationId: number): Promise<string> {
  const [last] = await db.read.all<{ text: string }>(sql`
    SELECT substr(text, 1, ${shownOfReply}) AS text FROM messages
    WHERE conversation_id = ${conversationId} AND inbound = 1 ORDER BY id DESC LIMIT 1`);
  return last?.text ?? '';
}
