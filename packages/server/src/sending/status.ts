import { and, eq } from 'drizzle-orm';
import { forecast, type Forecast } from '@campaign-kit/shared/forecast';
import type { PausedReason } from '@campaign-kit/shared/delivery';
import { smsError, type SmsReason } from '@campaign-kit/shared/sms-errors';
import { campaignOf } from '../campaigns/campaign.ts';
import { users } from '../db/schema/organizations.ts';
import type { SignedIn } from '../trpc/context.ts';
import { blockedBy, type Blocked } from './blocked-by.ts';
import { numberPace } from './number-pace.ts';
import { countPoolByZone, openZones } from './pool.ts';
import { initialsSince, queuedInitials } from './queued-initials.ts';

/** How a campaign sends its initial messages by itself. Instants in ms. */
export type SendingStatus = {
  readonly state: 'off' | 'running' | 'paused';
  /** Failures stopped all sending of the campaign, texters' too; whether or not it sends by itself. */
  readonly stopped: (PausedReason & { readonly reason: SmsReason; readonly at: number }) | null;
  /** Why nothing can go out by itself; null where only hours and pauses count. */
  readonly blocked: Blocked | null;
  readonly perHour: number | null;
  readonly startedBy: { readonly id: number; readonly name: string } | null;
  /** Written, and not with the provider yet. */
  readonly queued: number;
  readonly sentLastHour: number;
  /** Unsent conversations that no texter holds. */
  readonly remaining: number;
  /** When it is the texting hour of the first of them; null: it is now, or nobody is left. */
  readonly opensAt: number | null;
  readonly perSecond: number;
  /** When it will have ended if it runs from now on, also where it is off or paused. */
  readonly forecast: Forecast;
};

const hourMs = 3_600_000;

export async function sendingStatus(
  { db, session, now: clock }: SignedIn,
  { campaignId }: { campaignId: number },
): Promise<SendingStatus> {
  const { read } = db;
  const now = clock();
  const campaign = await campaignOf(read, session.organizationId, campaignId);
  const { autoSend, autoSendPerHour, sendingPausedAt, sendingPausedReason, dueAt, timeZone } = campaign;
  const { textingFromMinute: fromMinute, textingToMinute: toMinute } = campaign;
  const pace = await numberPace(read, campaign);
  const perSecond = autoSendPerHour === null ? pace : Math.min(pace, autoSendPerHour / 3_600);
  const remaining = await countPoolByZone(read, campaignId);
  const queued = await queuedInitials(read, campaignId);
  const written = await initialsSince(read, campaignId, now - hourMs);
  const zones = remaining.map(({ zone }) => zone);
  const { open, opensAt } = openZones(campaign, zones, now);
  return {
    state: autoSend === 'running' && sendingPausedAt !== null ? 'paused' : autoSend,
    stopped:
      sendingPausedAt !== null && sendingPausedReason
        ? { ...sendingPausedReason, reason: smsError(sendingPausedReason.errorCode).reason, at: sendingPausedAt }
        : null,
    blocked: await blockedBy(read, campaign, pace, now),
    perHour: autoSendPerHour,
    startedBy: await userOf(read, session.organizationId, campaign.autoSendBy),
    queued,
    sentLastHour: written - (await queuedInitials(read, campaignId, now - hourMs)),
    remaining: remaining.reduce((sum, { count }) => sum + count, 0),
    opensAt: open.length > 0 ? null : opensAt,
    perSecond,
    forecast: forecast({
      remaining,
      queued,
      perSecond,
      hours: { fromMinute, toMinute },
      campaignZone: timeZone,
      dueAt,
      now,
    }),
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
