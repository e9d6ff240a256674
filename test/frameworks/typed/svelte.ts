import type { CampaignKit } from '@campaign-kit/widgets';
import type {} from '@campaign-kit/widgets/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

declare const kit: CampaignKit;
type Actions = SvelteHTMLElements['campaign-actions'];
type Dialog = SvelteHTMLElements['second-pass-dialog'];

/** What may be written in markup. */
export const right: [Actions, Actions, Dialog, SvelteHTMLElements['campaign-kit']] = [
  { 'campaign-id': 1, kit, class: 'menu', variant: 'icon' },
  { 'onck-action-success': ({ operation }) => operation.done, onclick: event => event.currentTarget.campaignId },
  { open: true, campaignId: 1, 'onck-close': () => {} },
  { endpoint: '/', 'session-url': '/session' },
];

/** What may not. */
export const wrong: [Actions, Actions, Dialog] = [
  // @ts-expect-error There are two variants.
  { variant: 'round' },
  // @ts-expect-error An event has its own members.
  { 'onck-action-success': event => event.detail },
  // @ts-expect-error Open or not.
  { open: 'yes' },
];
