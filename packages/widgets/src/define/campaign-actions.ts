import { CampaignActions } from '../campaign-actions/campaign-actions.ts';

CampaignActions.define();
