import { archivedOrDraft, defineAction } from './action.ts';

export const turnAutoAssignOn = defineAction({
  label: 'turnAutoAssignOn.label',
  help: 'turnAutoAssignOn.help',
  done: 'turnAutoAssignOn.done',
  deed: 'turnAutoAssignOn.deed',
  shown: campaign => !campaign.autoAssign,
  refusal: campaign => archivedOrDraft(campaign) ?? (campaign.autoAssign ? 'refusal.autoAssignIsOn' : null),
  leavesOut: null,
  verdict: null,
  danger: 'no',
});
