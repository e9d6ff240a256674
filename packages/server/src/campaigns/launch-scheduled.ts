import { eq, sql } from 'drizzle-orm';
import { readiness, type NotReady } from '@campaign-kit/shared/launch';
import type { Transaction } from '../db/open.ts';
import { campaignCounts, campaigns, passes } from '../db/schema/campaigns.ts';
import { emit } from '../realtime/emit.ts';
import { numberPace } from '../sending/number-pace.ts';
import type { World } from '../world.ts';
import type { Campaign } from './campaign.ts';

const atOnce = 50;

/**
 * Launches the campaigns whose hour has come. One that is not ready is held with the reason, and then waits for a person: it
 * must not start by itself in the middle of being mended. While an import runs it is looked at again.
 */
export async function launchScheduled(world: World): Promise<void> {
  const due = await world.db.read.all<{ id: number }>(dueCampaigns(world.now()));
  if (due.length === 0) return;
  await world.db.write(async tx => {
    const now = world.now();
    for (const { id } of await tx.all<{ id: number }>(dueCampaigns(now))) {
      const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, id));
      if (campaign) await launchOrHold(tx, campaign, now);
    }
  });
  world.bus.poke();
}

const dueCampaigns = (now: number) => sql`
  SELECT id FROM campaigns INDEXED BY campaigns_scheduled
  WHERE launched_at IS NULL AND scheduled_at <= ${now} AND archived_at IS NULL AND launch_held IS NULL
  ORDER BY scheduled_at LIMIT ${atOnce}`;

async function launchOrHold(tx: Transaction, campaign: Campaign, now: number): Promise<void> {
  const { id: campaignId, organizationId } = campaign;
  const is = await readinessOf(tx, campaign, now);
  if (is === 'wait') return;
  const changed = is === 'ready' ? { launchedAt: now } : { launchHeld: is };
  await tx
    .update(campaigns)
    .set({ ...changed, updatedAt: now })
    .where(eq(campaigns.id, campaignId));
  await emit(tx, organizationId, { type: 'campaignChanged', campaignId }, now);
}

async function readinessOf(tx: Transaction, campaign: Campaign, now: number): Promise<'ready' | 'wait' | NotReady> {
  const { id, dueAt } = campaign;
  const [counts] = await tx.select().from(campaignCounts).where(eq(campaignCounts.campaignId, id));
  const scripts = await tx.select().from(passes).where(eq(passes.campaignId, id));
  const [importing] = await tx.all(sql`
    SELECT 1 FROM operations INDEXED BY operations_running
    WHERE state = 'running' AND campaign_id = ${id} AND kind = 'importContacts' LIMIT 1`);
  return readiness(
    {
      unsent: counts?.needsMessage ?? 0,
      importing: importing !== undefined,
      script: scripts.find(({ number }) => number === 1)?.script ?? '',
      hasNumber: (await numberPace(tx, campaign)) > 0,
      dueAt,
    },
    now,
  );
}
