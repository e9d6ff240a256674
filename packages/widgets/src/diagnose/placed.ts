import { elementNames } from '@campaign-kit/shared/scopes';
import type { CampaignKit } from '../kit.ts';

/** An element of the kit on the page, perhaps before its code. */
export type Placed = HTMLElement & {
  kit?: CampaignKit | null;
  campaignId?: number;
  endpoint?: string;
  sessionUrl?: string;
  fetchSession?: unknown;
};

export const tags: readonly string[] = ['campaign-kit', ...elementNames];

/** The elements of the kit here and inside, also those in open shadow roots of the host. */
export function placedIn(root: ParentNode): Placed[] {
  const own = root instanceof HTMLElement && tags.includes(root.localName) ? [root] : [];
  return [...own, ...inside(root)];
}

const inside = (root: ParentNode): Placed[] =>
  [...root.querySelectorAll<Placed>('*')].flatMap(element => {
    if (tags.includes(element.localName)) return element;
    return element.shadowRoot ? inside(element.shadowRoot) : [];
  });
