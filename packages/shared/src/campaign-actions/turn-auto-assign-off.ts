import { archivedOrDraft, defineAction } from './action.ts';

export const turnAutoAssignOff = defineAction({
  shown: campaign => campaign.autoAssign,
  refusal: campaign => archivedOrDraft(campaign) ?? (campaign.autoAssign ? null : 'refusal.autoAssignIsOff'),
  leavesOut: null,
  verdict: null,
});
