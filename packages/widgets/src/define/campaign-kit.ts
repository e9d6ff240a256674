import { CampaignKitElement } from '../campaign-kit.ts';

CampaignKitElement.define();
