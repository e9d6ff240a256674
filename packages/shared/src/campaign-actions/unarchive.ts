import { active, defineAction } from './action.ts';

export const unarchive = defineAction({
  label: 'unarchive.label',
  help: 'unarchive.help',
  done: 'unarchive.done',
  deed: 'unarchive.deed',
  shown: campaign => !active(campaign),
  refusal: campaign => (active(campaign) ? 'refusal.notArchived' : null),
  leavesOut: null,
  verdict: null,
  danger: 'no',
});
