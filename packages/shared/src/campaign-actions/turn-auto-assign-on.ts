import { archivedOrDraft, defineAction } from './action.ts';

export const turnAutoAssignOn = defineAction({
  shown: campaign => !campaign.autoAssign,
  refusal: campaign => archivedOrDraft(campaign) ?? (campaign.autoAssign ? 'refusal.autoAssignIsOn' : null),
  leavesOut: null,
  verdict: null,
});
