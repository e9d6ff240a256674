import { active, defineAction } from './action.ts';

export const archive = defineAction({
  shown: active,
  refusal: campaign => (campaign.archivedAt === null ? null : 'refusal.archived'),
  leavesOut: null,
  verdict: null,
});
