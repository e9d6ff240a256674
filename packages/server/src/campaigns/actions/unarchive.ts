import { changeCampaign, giveBackCampaign, type CampaignChange } from '../change-campaign.ts';
import type { Effect } from './effect.ts';

export const unarchive: Effect<'unarchive'> = {
  messages: 'resume',
  begin: async (tx, campaign, _input, now) => changeCampaign(tx, campaign, { archivedAt: null }, now),
  giveBack: async (tx, campaign, before, now) => giveBackCampaign(tx, campaign, before as CampaignChange, now),
};
