import type { MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewTarget } from '@campaign-kit/shared/review-filter';
import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { ActionSuccessEvent } from './action-events.ts';
import type { Operation } from './contract.ts';
import { makeDialog } from './make-dialog.ts';
import type { KitElement } from './element.ts';
import { KitError } from './kit-error.ts';
import type { MessageActionDialog } from './message-actions/message-action-dialog.ts';

export type AskedOf =
  | { action: MessageActionName; target: ReviewTarget; matching?: number | null; about?: string }
  /** What this texter holds is released. */
  | { texter: { id: number; name: string } };

type On = {
  /** A dialog of message actions was closed, or what it ran has ended: rows may be others now. */
  changed: () => void;
  /** What was started in a dialog that is closed has ended. */
  ended: (operation: Operation, undo: () => Promise<void>) => void;
  /** The dialog could not be loaded. */
  failed: (error: KitError) => void;
};

/**
 * The dialogs of message actions that an element opens, loaded when the first is. One that runs something when it is closed
 * is kept until that has ended.
 */
export class MessageDialogs implements ReactiveController {
  #host: KitElement;
  #tag: string;
  #on: On;
  #dialogs = new Set<MessageActionDialog>();
  #shown: MessageActionDialog | null = null;
  #stopKit = () => {};

  /** `tag` is the one that the host is defined under where no prefix is used. */
  constructor(host: KitElement, tag: string, on: On) {
    this.#host = host;
    this.#tag = tag;
    this.#on = on;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopKit = this.#host.onKit(() => {
      for (const dialog of this.#dialogs) dialog.kit = this.#host.kit;
    });
  }

  hostDisconnected(): void {
    this.#stopKit();
  }

  get open(): boolean {
    return this.#shown !== null;
  }

  async ask(asked: AskedOf): Promise<void> {
    try {
      const { MessageActionDialog } = await import('./message-actions/message-action-dialog.ts');
      const dialog = makeDialog(MessageActionDialog, this.#host, this.#tag);
      dialog.kit = this.#host.kit;
      if ('texter' in asked) dialog.texter = asked.texter;
      else {
        dialog.action = asked.action;
        dialog.target = asked.target;
        dialog.matching = asked.matching ?? null;
        dialog.about = asked.about ?? '';
      }
      dialog.addEventListener('ck-close', () => this.#onClose(dialog));
      dialog.addEventListener('ck-action-success', event => this.#onSuccess(dialog, event));
      this.#dialogs.add(dialog);
      this.#host.renderRoot.querySelector('.dialogs')?.append(dialog);
      this.#shown = dialog;
      dialog.show();
    } catch (thrown) {
      this.#on.failed(KitError.from(thrown));
    }
  }

  render(): TemplateResult {
    return html`<div class="dialogs"></div>`;
  }

  #onClose(dialog: MessageActionDialog): void {
    if (this.#shown === dialog) this.#shown = null;
    if (!dialog.running) this.#drop(dialog);
    this.#on.changed();
  }

  #onSuccess(dialog: MessageActionDialog, { operation, undo }: ActionSuccessEvent): void {
    this.#on.changed();
    if (dialog === this.#shown) return;
    this.#on.ended(operation, undo);
    // Its undo is still to be told of.
    if (operation.kind === 'undo') queueMicrotask(() => this.#drop(dialog));
  }

  #drop(dialog: MessageActionDialog): void {
    this.#dialogs.delete(dialog);
    dialog.remove();
  }
}
