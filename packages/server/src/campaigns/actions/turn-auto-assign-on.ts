import { changeCampaign, giveBackCampaign, type CampaignChange } from '../change-campaign.ts';
import type { Effect } from './effect.ts';

export const turnAutoAssignOn: Effect<'turnAutoAssignOn'> = {
  begin: async (tx, campaign, _input, now) => changeCampaign(tx, campaign, { autoAssign: true }, now),
  giveBack: async (tx, campaign, before, now) => giveBackCampaign(tx, campaign, before as CampaignChange, now),
};
