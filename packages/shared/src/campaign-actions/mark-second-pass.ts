import { z } from '../input.ts';
import { archivedOrDraft, always, defineAction } from './action.ts';

const minute = 60_000;

/** The best practice, and the default: 0 days 16 hours. */
export const recommendedWindowMinutes = 16 * 60;

export const markSecondPass = defineAction({
  label: 'markSecondPass.label',
  help: 'markSecondPass.help',
  done: 'markSecondPass.done',
  deed: 'markSecondPass.deed',
  input: z.strictObject({
    /** Leave out who was messaged less than this long ago; null: nobody is left out for that. */
    windowMinutes: z.nullable(z.int().check(z.gte(1), z.lte(525_600))),
    /** Leave out who is on a campaign with a higher id too. */
    excludeNewer: z.boolean(),
    /** The initial message of the pass that starts; absent keeps the script. */
    script: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1600))),
    title: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  }),
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
  danger: 'no',
});
