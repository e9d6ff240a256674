import { z } from '../input.ts';
import { active, defineAction } from './action.ts';

export const archive = defineAction({
  label: 'archive.label',
  help: 'archive.help',
  done: 'archive.done',
  deed: 'archive.deed',
  input: z.strictObject({}),
  shown: active,
  refusal: campaign => (campaign.archivedAt === null ? null : 'refusal.archived'),
  leavesOut: null,
  verdict: null,
  danger: 'yes',
});
