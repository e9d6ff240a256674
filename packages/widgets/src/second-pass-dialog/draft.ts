import type { CampaignKit } from '../kit.ts';
import type { WindowChoice } from './window-choice.ts';

type Draft = { choice: WindowChoice; typed: { title: string | null; script: string | null } };

const drafts = new WeakMap<CampaignKit, Map<number, Draft>>();

/** Keeps what was typed for a campaign while the page lives: an Escape too many must not cost a script. */
export function keepDraft(kit: CampaignKit | null, campaignId: number, draft: Draft): void {
  if (!kit) return;
  const ofKit = drafts.get(kit) ?? new Map<number, Draft>();
  drafts.set(kit, ofKit.set(campaignId, draft));
}

/** What was kept, once. */
export function takeDraft(kit: CampaignKit | null, campaignId: number): Draft | null {
  const ofKit = kit && drafts.get(kit);
  const draft = ofKit?.get(campaignId) ?? null;
  ofKit?.delete(campaignId);
  return draft;
}
