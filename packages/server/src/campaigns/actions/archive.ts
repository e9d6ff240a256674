import { changeCampaign, giveBackCampaign, type CampaignChange } from '../change-campaign.ts';
import type { Effect } from './effect.ts';

export const archive: Effect<'archive'> = {
  messages: 'hold',
  begin: async (tx, campaign, _input, now) => changeCampaign(tx, campaign, { archivedAt: now }, now),
  giveBack: async (tx, campaign, before, now) => giveBackCampaign(tx, campaign, before as CampaignChange, now),
};
