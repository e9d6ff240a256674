import { and, eq } from 'drizzle-orm';
import { forecast, type Forecast } from '@campaign-kit/shared/forecast';
import type { PausedReason } from '@campaign-kit/shared/delivery';
import { smsError, type SmsReason } from '@campaign-kit/shared/sms-errors';
import type { TextingHours } from '@campaign-kit/shared/texting-hours';
import { campaignOf } from '../campaigns/campaign.ts';
import { countsOf } from '../campaigns/menu.ts';
import { users } from '../db/schema/organizations.ts';
import type { SignedIn } from '../trpc/context.ts';
import { blockedBy, type Blocked } from './blocked-by.ts';
import { numberPace } from './number-pace.ts';
import { countPoolByZone, openZones } from './pool.ts';
import { initialsSince, queuedInitials } from './queued-initials.ts';

/** Which failures did so, how many of how many, in one word for a person, and when. */
type Stopped = {
  readonly outcome: PausedReason['outcome'];
  readonly errorCode: number | null;
  readonly failed: number;
  readonly total: number;
  readonly reason: SmsReason;
  readonly at: number;
};

/** How a campaign sends its initial messages by itself. Instants in ms. */
export type SendingStatus = {
  /** Of the campaign. */
  readonly title: string;
  readonly state: 'off' | 'running' | 'paused';
  /** Failures stopped all sending of the campaign, texters' too; whether or not it sends by itself. */
  readonly stopped: Stopped | null;
  /** Why nothing can go out by itself; null where only hours and pauses count. */
  readonly blocked: Blocked | null;
  readonly perHour: number | null;
  readonly startedBy: { readonly id: number; readonly name: string } | null;
  /** Handed to the provider by itself since it was last started. */
  readonly sent: number;
  /** Written, and not with the provider yet. */
  readonly queued: number;
  readonly sentLastHour: number;
  /** Unsent conversations that no texter holds. */
  readonly remaining: number;
  /** Unsent conversations that texters hold: they do not go out by themselves. */
  readonly held: number;
  /** When it is the texting hour of the first of them; null: it is now, or nobody is left. */
  readonly opensAt: number | null;
  /** Texting hours, in minutes of the day of each person. */
  readonly hours: TextingHours;
  readonly dueAt: number | null;
  /** What the campaign's numbers take, without a limit. */
  readonly numbersPerHour: number;
  readonly perSecond: number;
  /** When it will have ended if it runs from now on, also where it is off or paused. */
  readonly forecast: Forecast;
};

const hourMs = 3_600_000;

/** `perHour`: the forecast is for this limit instead of the campaign's own, so that one can see what it means. */
export async function sendingStatus(
  { db, session, now: clock }: SignedIn,
  { campaignId, perHour: asked }: { campaignId: number; perHour?: number | null | undefined },
): Promise<SendingStatus> {
  const { read } = db;
  const now = clock();
  const campaign = await campaignOf(read, session.organizationId, campaignId);
  const { autoSend, autoSent, autoSendPerHour, sendingPausedAt, sendingPausedReason, dueAt, timeZone } = campaign;
  const hours = { fromMinute: campaign.textingFromMinute, toMinute: campaign.textingToMinute };
  const pace = await numberPace(read, campaign);
  const limit = asked === undefined ? autoSendPerHour : asked;
  const perSecond = limit === null ? pace : Math.min(pace, limit / 3_600);
  const remaining = await countPoolByZone(read, campaignId);
  const queued = await queuedInitials(read, campaignId);
  const written = await initialsSince(read, campaignId, now - hourMs);
  const zones = remaining.map(({ zone }) => zone);
  const { open, opensAt } = openZones(campaign, zones, now);
  return {
    title: campaign.title,
    state: autoSend === 'running' && sendingPausedAt !== null ? 'paused' : autoSend,
    stopped:
      sendingPausedAt !== null && sendingPausedReason
        ? { ...sendingPausedReason, reason: smsError(sendingPausedReason.errorCode).reason, at: sendingPausedAt }
        : null,
    blocked: await blockedBy(read, campaign, pace, now),
    perHour: autoSendPerHour,
    startedBy: await userOf(read, session.organizationId, campaign.autoSendBy),
    sent: Math.max(0, autoSent - queued),
    queued,
    sentLastHour: written - (await queuedInitials(read, campaignId, now - hourMs)),
    remaining: remaining.reduce((sum, { count }) => sum + count, 0),
    held: (await countsOf(read, campaignId)).assignedUnsent,
    opensAt: open.length > 0 ? null : opensAt,
    hours,
    dueAt,
    numbersPerHour: Math.floor(pace * 3_600),
    perSecond,
    forecast: forecast({ remaining, queued, perSecond, hours, campaignZone: timeZone, dueAt, now }),
  };
}

async function userOf(read: SignedIn['db']['read'], organizationId: number, userId: number | null) {
  if (userId === null) return null;
  const [user] = await read
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.organizationId, organizationId)));
  return user ?? null;
}
