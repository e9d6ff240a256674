import { active, defineAction } from './action.ts';

export const archive = defineAction({
  label: 'archive.label',
  help: 'archive.help',
  done: 'archive.done',
  deed: 'archive.deed',
  shown: active,
  refusal: campaign => (campaign.archivedAt === null ? null : 'refusal.archived'),
  leavesOut: null,
  verdict: null,
  danger: 'yes',
});
