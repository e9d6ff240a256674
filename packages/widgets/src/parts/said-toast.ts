import { html, nothing, type TemplateResult } from 'lit';
import type { KitElement } from '../element.ts';
import { Toast } from './toast.ts';

export type Said = { sentence: string; undo?: (() => void) | null };

/**
 * Says in one sentence what was just done, with *Undo* where there is a way back.
 *
 * @csspart undo - The button that takes back what was just done.
 */
export class SaidToast {
  #host: KitElement;
  #toast: Toast;
  #said: Said = { sentence: '' };

  constructor(host: KitElement, anchor: () => Element | null) {
    this.#host = host;
    this.#toast = new Toast(host, anchor);
  }

  tell(said: Said): void {
    this.#said = said;
    this.#toast.show();
  }

  hide(): void {
    this.#toast.hide();
  }

  render(): TemplateResult {
    const { sentence, undo } = this.#said;
    const onUndo = () => {
      this.hide();
      undo?.();
    };
    const content = html`<span>${sentence}</span> ${
        undo
          ? html`<button class="button" part="undo" type="button" @click=${onUndo}>
              ${this.#host.say('common.undo')}
            </button>`
          : nothing
      }`;
    return this.#toast.render(content, this.#host.say('common.close'));
  }
}
