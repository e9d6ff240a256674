import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { Operation } from './contract.ts';
import type { CampaignKit } from './kit.ts';
import type { DialogClass } from './make-dialog.ts';

/** What the menu expects of a dialog that it opens. */
export type ActionDialogElement = HTMLElement & {
  kit: CampaignKit | null;
  campaignId: number;
  /** What it runs now; such a dialog is kept when it is closed, until that has ended. */
  readonly running?: Operation | null;
  show: () => void;
  close: () => void;
};

/** Actions that ask more than a count and a yes have a dialog of their own; each is loaded when it is first opened. */
export const dialogs: Partial<Record<CampaignActionName, () => Promise<DialogClass<ActionDialogElement>>>> = {
  markSecondPass: () =>
    import('./second-pass-dialog/second-pass-dialog.ts').then(({ SecondPassDialog }) => SecondPassDialog),
  releaseUnreplied: () =>
    import('./release-replies-dialog/release-replies-dialog.ts').then(
      ({ ReleaseRepliesDialog }) => ReleaseRepliesDialog,
    ),
};
