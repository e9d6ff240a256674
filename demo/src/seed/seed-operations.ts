import { operations } from '@campaign-kit/server/db/schema/operations';
import type { World } from '@campaign-kit/server/world';
import type { Organization } from './organization.ts';
import type { SeededCampaign } from './seed-campaign.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The operation that marked the big campaign for its second pass; its conversations bear this id. */
export const markOperationId = 5;

type Past = Pick<typeof operations.$inferInsert, 'kind' | 'input' | 'total'> & {
  campaign: SeededCampaign | undefined;
  by: number;
  agoMs: number;
  tookMs?: number;
  done?: number;
  undoOf?: number;
  undoneBy?: number;
  before?: Record<string, unknown>;
};

/** What the team did in the last weeks, for the history. */
export async function seedOperations(
  { db, now }: World,
  { id: organizationId, users }: Organization,
  campaigns: readonly SeededCampaign[],
): Promise<void> {
  const [coats, registration, vote, canvass, , tenants] = campaigns;
  const active = campaigns.slice(1).map(campaign => campaign.id);
  const change = (was: object, became: object) => ({ was, became });
  const title = change({ title: vote?.title.replace(/P2$/, 'P1') ?? '' }, { title: vote?.title ?? '' });
  const past: Past[] = [
    { campaign: coats, kind: 'archive', input: {}, total: 0, by: 0, agoMs: 38 * day },
    { campaign: vote, kind: 'turnAutoAssignOn', input: {}, total: 0, by: 1, agoMs: 12 * day - hour },
    { campaign: registration, kind: 'releaseUnsent', input: {}, total: 1_846, by: 1, agoMs: 5 * day },
    {
      ...{ campaign: undefined, kind: 'releaseReplies', input: { idleMinutes: 120 }, total: 231, done: 229, by: 0 },
      ...{ agoMs: 3 * day, before: { campaignIds: active } },
    },
    {
      ...{ campaign: vote, kind: 'markSecondPass', total: vote?.marked ?? 0, by: 1, agoMs: 2 * day, tookMs: 640 },
      input: { windowMinutes: 960, excludeNewer: true, title: vote?.title ?? '' },
      before: { title, script: null, passes: [2], scripts: [] },
    },
    { campaign: vote, kind: 'releaseUnsent', input: {}, total: 6_214, by: 1, agoMs: 1.5 * day, undoneBy: 7 },
    { campaign: vote, kind: 'undo', input: { operationId: 6 }, total: 6_190, by: 1, agoMs: 1.49 * day, undoOf: 6 },
    {
      ...{ campaign: canvass, kind: 'turnAutoAssignOff', input: {}, total: 0, by: 1, agoMs: day },
      before: change({ autoAssign: true }, { autoAssign: false }),
    },
    { campaign: tenants, kind: 'releaseUnreplied', input: { idleMinutes: 60 }, total: 37, by: 0, agoMs: 5 * hour },
  ];
  const rows = past.map(({ campaign, by, agoMs, tookMs = 180, ...operation }, at) => {
    const startedAt = now() - agoMs;
    return {
      ...operation,
      id: at + 1,
      organizationId,
      campaignId: campaign?.id ?? null,
      userId: users[by]?.id ?? null,
      state: 'done' as const,
      done: operation.done ?? operation.total,
      startedAt,
      finishedAt: startedAt + tookMs,
      requestKey: `seed-${at + 1}`,
    };
  });
  await db.write(async tx => void (await tx.insert(operations).values(rows)));
}
