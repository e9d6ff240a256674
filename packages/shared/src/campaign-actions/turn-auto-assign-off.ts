import { archivedOrDraft, defineAction } from './action.ts';

export const turnAutoAssignOff = defineAction({
  label: 'turnAutoAssignOff.label',
  help: 'turnAutoAssignOff.help',
  done: 'turnAutoAssignOff.done',
  deed: 'turnAutoAssignOff.deed',
  shown: campaign => campaign.autoAssign,
  refusal: campaign => archivedOrDraft(campaign) ?? (campaign.autoAssign ? null : 'refusal.autoAssignIsOff'),
  leavesOut: null,
  verdict: null,
  danger: 'no',
});
