import { CampaignKitElement } from './campaign-kit.ts';

export { createCampaignKit } from './kit.ts';
export { KitError } from './kit-error.ts';

/** Every element but the provider, each in a file of its own that is loaded when the page has the tag. */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'campaign-actions': () => import('./define/campaign-actions.ts'),
  'second-pass-dialog': () => import('./define/second-pass-dialog.ts'),
  'release-replies-dialog': () => import('./define/release-replies-dialog.ts'),
  'operation-history': () => import('./define/operation-history.ts'),
};

const wanted = new Set(Object.keys(elements));

/** Loads an element that the page cannot be seen to have: one that a host makes inside a shadow root of its own. */
export async function load(tag: string): Promise<void> {
  wanted.delete(tag);
  await elements[tag]?.();
}

function look(): void {
  for (const tag of wanted) if (document.querySelector(tag)) void load(tag);
  if (wanted.size === 0) watching.disconnect();
}

const watching = new MutationObserver(look);
CampaignKitElement.define();
watching.observe(document, { childList: true, subtree: true });
look();
