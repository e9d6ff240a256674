import type { ActionSuccessEvent, CampaignKit } from '@campaign-kit/widgets';
import type {} from '@campaign-kit/widgets/vue';
import type { GlobalComponents } from 'vue';

declare const kit: CampaignKit;
declare const actions: InstanceType<GlobalComponents['campaign-actions']>;
type Settings<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

/** What may be written in a template. */
export const right: [Settings<'campaign-actions'>, Settings<'second-pass-dialog'>, Settings<'campaign-kit'>] = [
  { campaignId: 1, kit, class: 'menu', variant: 'labelled' },
  { campaignId: 1, open: true },
  { endpoint: '/', fetchSession: async () => ({ token: '', expiresAt: 0 }) },
];
declare const success: ActionSuccessEvent;
actions.$emit('ck-action-success', success);

/** What may not. */
export const wrong: [Settings<'campaign-actions'>, Settings<'second-pass-dialog'>] = [
  // @ts-expect-error There are two variants.
  { variant: 'round' },
  // @ts-expect-error Open or not.
  { open: 'yes' },
];
// @ts-expect-error Not this event.
actions.$emit('ck-action-success', new Event('ck-open'));
// @ts-expect-error No such event.
actions.$emit('ck-finished', success);
// @ts-expect-error No such element.
export type None = GlobalComponents['campaign-action'];
