import { active, defineAction } from './action.ts';

export const unarchive = defineAction({
  shown: campaign => !active(campaign),
  refusal: campaign => (active(campaign) ? 'refusal.notArchived' : null),
  leavesOut: null,
  verdict: null,
});
