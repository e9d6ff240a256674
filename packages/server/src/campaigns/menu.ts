import { and, asc, eq } from 'drizzle-orm';
import { actionNamed, actionNames, type CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { Counts } from '@campaign-kit/shared/counts';
import { campaignCounts } from '../db/schema/campaigns.ts';
import { operations } from '../db/schema/operations.ts';
import type { Reader } from '../db/open.ts';
import { describeOperations } from '../operations/describe-operations.ts';
import type { SignedIn } from '../trpc/context.ts';
import { campaignOf, type Campaign } from './campaign.ts';

/** Which kept count tells what an action would change; the others need a preview. */
const keptCount: Partial<Record<CampaignActionName, keyof Counts>> = {
  releaseUnsent: 'assignedUnsent',
  unmarkSecondPass: 'marked',
  deleteUnmessaged: 'unmessaged',
};

/** The menu of a campaign: each action that is shown in this state, why it may not run now, and the count where one is kept. */
export async function menu({ session, db, now }: SignedIn, { campaignId }: { campaignId: number }) {
  const campaign = await campaignOf(db.read, session.organizationId, campaignId);
  const counts = await countsOf(db.read, campaignId);
  const running = await db.read
    .select()
    .from(operations)
    .where(
      and(
        eq(operations.organizationId, session.organizationId),
        eq(operations.campaignId, campaignId),
        eq(operations.state, 'running'),
      ),
    )
    .orderBy(asc(operations.id));
  return {
    campaign: describeCampaign(campaign, counts),
    actions: actionNames
      .filter(name => actionNamed(name).shown(campaign))
      .map(name => {
        const reason = actionNamed(name).refusal(campaign, now());
        const counter = keptCount[name];
        return { name, refusal: reason && { reason, values: {} }, count: counter ? counts[counter] : null };
      }),
    operations: await describeOperations(db.read, running, now()),
  };
}

const none: Counts = {
  needsMessage: 0,
  messaged: 0,
  needsResponse: 0,
  convo: 0,
  closed: 0,
  removed: 0,
  unmessaged: 0,
  marked: 0,
  assignedUnsent: 0,
  assignedUnreplied: 0,
  optedOut: 0,
  escalated: 0,
};

/** The kept counts of a campaign; all zero before its first conversation. */
export async function countsOf(read: Pick<Reader, 'select'>, campaignId: number): Promise<Counts> {
  const [counts] = await read.select().from(campaignCounts).where(eq(campaignCounts.campaignId, campaignId));
  return counts ?? none;
}

export function describeCampaign(campaign: Campaign, counts: Counts) {
  const { id, title, autoAssign, dueAt, archivedAt, launchedAt, timeZone } = campaign;
  const { needsMessage, messaged, needsResponse, convo, closed } = counts;
  const contacts = needsMessage + messaged + needsResponse + convo + closed;
  return { id, title, autoAssign, dueAt, archivedAt, launchedAt, timeZone, contacts };
}
