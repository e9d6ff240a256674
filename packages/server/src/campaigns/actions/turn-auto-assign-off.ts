import { changeCampaign, giveBackCampaign, type CampaignChange } from '../change-campaign.ts';
import type { Effect } from './effect.ts';

export const turnAutoAssignOff: Effect<'turnAutoAssignOff'> = {
  begin: async (tx, campaign, _input, now) => changeCampaign(tx, campaign, { autoAssign: false }, now),
  giveBack: async (tx, campaign, before, now) => giveBackCampaign(tx, campaign, before as CampaignChange, now),
};
