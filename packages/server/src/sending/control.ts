import { eq } from 'drizzle-orm';
import type { SendingDeed } from '@campaign-kit/shared/operation';
import { Refusal } from '@campaign-kit/shared/refusal';
import { campaignOf, type Campaign } from '../campaigns/campaign.ts';
import type { Transaction } from '../db/open.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { deliveryMinutes } from '../db/schema/deliveries.ts';
import { noteDeed } from '../operations/note-deed.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';
import { blockedBy } from './blocked-by.ts';
import { numberPace } from './number-pace.ts';

type Change = Partial<
  Pick<
    Campaign,
    | 'autoSend'
    | 'autoSendPerHour'
    | 'autoSendBy'
    | 'autoSendNextAt'
    | 'autoSent'
    | 'sendingPausedAt'
    | 'sendingPausedReason'
  >
>;

type Limited = { campaignId: number; perHour: number | null };

/** The campaign begins to send by itself, or goes on after a pause. Its texts bear the first name of who started it. */
export const startSending = (ctx: SignedIn, { campaignId, perHour }: Limited) =>
  change(ctx, campaignId, { kind: 'startSending', input: { perHour } }, async (tx, campaign, now) => {
    const blocked = await blockedBy(tx, campaign, await numberPace(tx, campaign), now);
    if (blocked) throw new Refusal('conflict', blocked);
    if (campaign.sendingPausedAt !== null) throw new Refusal('conflict', 'refusal.sendingPaused');
    const { userId: autoSendBy } = ctx.session;
    const autoSent = campaign.autoSend === 'off' ? 0 : campaign.autoSent;
    return { autoSend: 'running', autoSendPerHour: perHour, autoSendBy, autoSendNextAt: now, autoSent };
  });

/** Another limit, and nothing else: what is paused stays so. What is left of the wait for the next text shrinks or grows with it. */
export const limitSending = (ctx: SignedIn, { campaignId, perHour }: Limited) =>
  change(
    ctx,
    campaignId,
    { kind: 'limitSending', input: { perHour } },
    async (_tx, { autoSendPerHour: before, autoSendNextAt }, now) => {
      const waits = Math.max(0, autoSendNextAt - now);
      const left = before === null || perHour === null ? 0 : Math.ceil((waits * before) / perHour);
      return { autoSendPerHour: perHour, autoSendNextAt: now + left };
    },
  );

/** Nothing more joins the queue; the few texts that are in it still go. */
export const pauseSending = (ctx: SignedIn, { campaignId }: { campaignId: number }) =>
  change(ctx, campaignId, { kind: 'pauseSending' }, async (_tx, { autoSend }) => {
    if (autoSend === 'off') throw new Refusal('conflict', 'refusal.notSending');
    return { autoSend: 'paused' };
  });

/**
 * Goes on after a pause by a person, by failures, or both: what was held goes too. The failures that led to the pause are
 * forgotten, so that only new ones can lead to the next.
 */
export const resumeSending = (ctx: SignedIn, { campaignId }: { campaignId: number }) =>
  change(ctx, campaignId, { kind: 'resumeSending' }, async (tx, { autoSend, sendingPausedAt }, now) => {
    if (autoSend !== 'paused' && sendingPausedAt === null) throw new Refusal('conflict', 'refusal.notPaused');
    await tx.delete(deliveryMinutes).where(eq(deliveryMinutes.campaignId, campaignId));
    const running = autoSend === 'paused' ? ({ autoSend: 'running', autoSendNextAt: now } as const) : {};
    return { ...running, sendingPausedAt: null, sendingPausedReason: null };
  });

/** The campaign no longer sends by itself; what is left is for texters. Harmless when it did not. */
export const stopSending = (ctx: SignedIn, { campaignId }: { campaignId: number }) =>
  change(ctx, campaignId, { kind: 'stopSending' }, async () => ({ autoSend: 'off' }));

/** What changes with the clock and is nothing that anybody decided. */
const byTheWay = new Set<keyof Change>(['autoSendNextAt', 'autoSent', 'autoSendBy']);

/** The history notes it, unless everything was so already. */
async function change(
  { db, session, now: clock, bus }: SignedIn,
  campaignId: number,
  deed: { readonly kind: SendingDeed; readonly input?: Record<string, unknown> },
  decide: (tx: Transaction, campaign: Campaign, now: number) => Promise<Change>,
): Promise<void> {
  await db.write(async tx => {
    const now = clock();
    const campaign = await campaignOf(tx, session.organizationId, campaignId);
    const changed = await decide(tx, campaign, now);
    await tx
      .update(campaigns)
      .set({ ...changed, updatedAt: now })
      .where(eq(campaigns.id, campaignId));
    const { organizationId, userId } = session;
    await emit(tx, organizationId, { type: 'campaignChanged', campaignId }, now);
    const same = (Object.keys(changed) as (keyof Change)[]).every(
      name => byTheWay.has(name) || changed[name] === campaign[name],
    );
    if (!same) await noteDeed(tx, { ...deed, organizationId, campaignId, userId, now });
  });
  bus.poke();
}
