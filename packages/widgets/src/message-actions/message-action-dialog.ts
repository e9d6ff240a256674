import type { MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewTarget } from '@campaign-kit/shared/review-filter';
import { en } from '@campaign-kit/shared/words/en';
import { property } from 'lit/decorators.js';
import type { Operation } from '../contract.ts';
import { KitElement } from '../element.ts';
import { Dialog } from '../parts/dialog.ts';
import { messageActionStyles } from './message-action.styles.ts';
import { messageActionBody, messageActionFooter } from './message-action-view.ts';
import { MessageAction, type Holder } from './message-action.ts';

/**
 * Asks before a message action: for which conversations, to whom or why, what would change; then how far it is, what it
 * did, and Undo. Made by the elements that list conversations or texters, alone.
 */
export class MessageActionDialog extends KitElement {
  static override readonly tag = 'ck-message-action-dialog';
  static override readonly english = en;
  static override readonly styles = messageActionStyles;

  @property({ attribute: false }) action: MessageActionName = 'reassign';
  @property({ attribute: false }) target: ReviewTarget = { filter: {}, ids: null, except: [] };
  /** How many match the filter, where the opener knows. */
  @property({ attribute: false }) matching: number | null = null;
  /** Instead of all that: what this texter holds is released. */
  @property({ attribute: false }) texter: Holder | null = null;
  /** Whom it is about, where it is one. */
  @property({ attribute: false }) about = '';

  #asked = false;
  #deed: MessageAction = new MessageAction(this, { screen: () => this.#dialog.focusStep() });
  #dialog: Dialog = new Dialog(this, {
    open: () => this.dispatchEvent(new Event('ck-open')),
    close: () => {
      this.#deed.close();
      this.dispatchEvent(new Event('ck-close'));
    },
    lightDismiss: () => this.#deed.typed.tag + this.#deed.typed.reason === '' && this.#deed.texters.chosen.length === 0,
  });

  /** What it runs now. */
  get running(): Operation | null {
    return this.#deed.run.running ? this.#deed.run.operation : null;
  }

  show(): void {
    if (!this.#asked) this.#ask();
    this.#dialog.show();
    this.#deed.open();
  }

  close(): void {
    this.#dialog.close();
  }

  #ask(): void {
    this.#asked = true;
    if (this.texter) this.#deed.askRelease(this.texter);
    else this.#deed.ask(this.action, this.target, this.matching);
  }

  protected override render() {
    const close = () => this.close();
    const { releasing, name } = this.#deed;
    return this.#dialog.render({
      title: releasing ? this.say('texters.releaseTitle', { name: releasing.name }) : this.say(`${name}.label`),
      about: this.about || undefined,
      closeLabel: this.say('common.close'),
      body: messageActionBody(this, this.#deed),
      footer: messageActionFooter(this, this.#deed, close),
    });
  }
}
