import { archivedOrDraft, always, defineAction } from './action.ts';
import type { ActionInput } from './inputs.ts';

const minute = 60_000;

/** The best practice, and the default: 0 days 16 hours. */
export const recommendedWindowMinutes = 16 * 60;

export const markSecondPass = defineAction<ActionInput<'markSecondPass'>>({
  shown: always,
  refusal: (campaign, now) =>
    archivedOrDraft(campaign) ?? (campaign.dueAt !== null && campaign.dueAt <= now ? 'refusal.pastDue' : null),
  leavesOut: [
    'optedOut',
    'replied',
    'notMessaged',
    'closed',
    'escalated',
    'undeliverable',
    'newerCampaign',
    'tooRecent',
  ],
  verdict: (c, { windowMinutes, excludeNewer }, now) => {
    if (c.status === 'removed') return null;
    if (c.optedOut) return 'optedOut';
    if (c.replied) return 'replied';
    if (c.status === 'needsMessage') return 'notMessaged';
    if (c.status !== 'messaged') return 'closed';
    if (c.escalated) return 'escalated';
    if (c.undeliverable) return 'undeliverable';
    if (excludeNewer && c.newer) return 'newerCampaign';
    if (windowMinutes !== null && (c.lastMessagedAt ?? 0) > now - windowMinutes * minute) return 'tooRecent';
    return 'selected';
  },
});
