import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { Operation } from './contract.ts';
import type { CampaignKit } from './kit.ts';

/** What the menu expects of a dialog that it opens. */
export type ActionDialogElement = HTMLElement & {
  kit: CampaignKit | null;
  campaignId: number;
  /** What it runs now; such a dialog is kept when it is closed, until that has ended. */
  readonly running?: Operation | null;
  show: () => void;
  close: () => void;
};

type DialogClass<T = ActionDialogElement> = {
  readonly tag: string;
  define: (tag: string, registry: CustomElementRegistry) => void;
  new (): T;
};

/** Actions that ask more than a count and a yes have a dialog of their own; each is loaded when it is first opened. */
export const dialogs: Partial<Record<CampaignActionName, () => Promise<DialogClass>>> = {
  markSecondPass: () =>
    import('./second-pass-dialog/second-pass-dialog.ts').then(({ SecondPassDialog }) => SecondPassDialog),
  releaseUnreplied: () =>
    import('./release-replies-dialog/release-replies-dialog.ts').then(
      ({ ReleaseRepliesDialog }) => ReleaseRepliesDialog,
    ),
};

/** Makes a dialog in its opener's registry, its tag with the opener's prefix: a page may have given the plain one away. */
export function makeDialog<T>(dialog: DialogClass<T>, opener: HTMLElement, openerTag: string): T {
  const { localName, customElementRegistry, ownerDocument } = opener;
  const prefix = localName.endsWith(openerTag) ? localName.slice(0, -openerTag.length) : `${localName}-`;
  const tag = prefix + dialog.tag;
  // An opener that was taken to another document has that one's registry, which makes nothing of ours.
  const registry = (ownerDocument === document && customElementRegistry) || customElements;
  dialog.define(tag, registry);
  return document.createElement(tag, { customElementRegistry: registry }) as T;
}
