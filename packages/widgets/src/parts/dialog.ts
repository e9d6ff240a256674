import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { KitElement } from '../element.ts';
import type { DialogSteps } from './dialog-steps.ts';
import { icons } from './icons.ts';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };
type Content = TemplateResult | typeof nothing;
type On = {
  open?: () => void;
  close?: () => void;
  lightDismiss?: () => boolean;
  /** Tells it from another one of the same element, which has none. */
  id?: string;
};

type Shown = {
  /** A question or a deed. */
  title: string;
  /** One muted line under the title: which campaign. */
  about?: string | undefined;
  closeLabel: string;
  body: Content | Content[];
  footer: Content;
  /** For a dialog of several screens. */
  steps?: DialogSteps | undefined;
};

/** Every part that a dialog of the kit may have. One that an element makes inside itself hands them on to the page. */
const dialogParts =
  'dialog, head, title, about, steps, step, body, footer, back, close, cancel, main, link, preview, count, left-out, ' +
  'progress, progress-bar, stop, result, undo, notice, input, choice, chip, sample, review, next';

/**
 * What is done in a dialog is not done to the host's page, which is inert behind it: no row that opens on a click, no
 * shortcut of one letter, no focus trap that counts Tab, no form that becomes dirty.
 */
const ownEvents = (
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchend ' +
  'keydown keypress keyup beforeinput input paste'
).split(' ');
const stop = (event: Event): void => event.stopPropagation();

/**
 * A native modal dialog: one thing at a time, in the top layer whatever the host clips, a sheet from below where it is
 * narrow. Escape closes it and nothing of the host's; the focus returns to where it was.
 *
 * @csspart dialog - The dialog itself.
 * @csspart head - Its upper part, with the title.
 * @csspart title - Its title.
 * @csspart about - The line under the title: which campaign.
 * @csspart close - The cross that closes it.
 * @csspart body - What is between title and buttons.
 * @csspart footer - The row of buttons.
 */
export class Dialog implements ReactiveController {
  open = false;
  #host: Host;
  #on: On;
  #step = 0;
  #pressedOutside = false;
  #closing = false;

  constructor(host: Host, on: On = {}) {
    this.#host = host;
    this.#on = on;
    host.addController(this);
  }

  /** Moved in the page, the dialog falls out of the top layer; it goes back there with everything in it. */
  hostConnected(): void {
    const root = this.#host.getRootNode();
    if (root instanceof ShadowRoot && root.host instanceof KitElement) {
      this.#host.setAttribute('exportparts', dialogParts);
    }
    if (!this.open) return;
    void this.#host.updateComplete.then(() => {
      this.#element?.removeAttribute('open');
      if (this.open && this.#host.isConnected) this.#element?.showModal();
    });
  }

  show(): void {
    if (this.open) return;
    this.open = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      if (!this.open || !this.#element) return;
      for (const type of ownEvents) this.#element.addEventListener(type, stop);
      this.#element.showModal();
      this.#focusFirst();
      this.#on.open?.();
    });
  }

  close(): void {
    if (!this.open) return;
    if (this.#element?.open) {
      this.#closing = true;
      this.#element.close();
    }
    this.#closed();
  }

  /** Puts the focus on the first thing of a new step. Call it after the step has changed. */
  focusStep(): void {
    void this.#host.updateComplete.then(() => this.#focusFirst());
  }

  render({ title, about, closeLabel, body, footer, steps }: Shown): TemplateResult {
    if (steps && steps.at !== this.#step) {
      this.#step = steps.at;
      this.focusStep();
    }
    return html`<dialog
      class="dialog"
      part="dialog"
      id=${this.#on.id ?? nothing}
      aria-labelledby="dialog-title"
      @close=${this.#onClose}
      @cancel=${this.#onCancel}
      @keydown=${this.#onKey}
      @pointerdown=${this.#onPointerDown}
      @click=${this.#onClick}
    >
      ${
        this.open
          ? html`<div class="sheet">
              <header class="head" part="head">
                ${steps?.back || nothing}
                <div class="titles">
                  <h2 id="dialog-title" class="title" part="title" tabindex="-1">${title}</h2>
                  ${about ? html`<p class="muted about" part="about" dir="auto">${about}</p>` : nothing}
                </div>
                <button
                  class="button icon"
                  part="close"
                  type="button"
                  aria-label=${closeLabel}
                  @click=${() => this.close()}
                >
                  ${icons.close}
                </button>
              </header>
              ${steps?.line ?? nothing}
              <div class="body" part="body">${body}</div>
              ${footer === nothing ? nothing : html`<footer class="foot" part="footer">${footer}</footer>`}
            </div>`
          : nothing
      }
    </dialog>`;
  }

  get #element(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector(`dialog${this.#on.id ? `#${this.#on.id}` : ':not([id])'}`);
  }

  #focusFirst(): void {
    const dialog = this.#element;
    if (!dialog?.open) return;
    (dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog.querySelector<HTMLElement>('.title'))?.focus();
  }

  #closed(): void {
    if (!this.open) return;
    this.open = false;
    this.#step = 0;
    this.#host.requestUpdate();
    this.#on.close?.();
  }

  #onClose = (event: Event): void => {
    if (event.target !== this.#element) return;
    // What we closed ourselves is told late, when the dialog may be open again.
    if (!this.#closing) this.#closed();
    this.#closing = false;
  };

  /** A file picker inside sends a cancel of its own, which is not the dialog's. */
  #onCancel = (event: Event): void => {
    if (event.target !== this.#element) event.stopPropagation();
  };

  /**
   * Escape closes this and nothing else: browsers close dialogs that no click opened all at once.
   * A key still held from the menu must not run the deed.
   */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    if (event.key !== 'Escape' || event.isComposing) return;
    this.close();
    event.preventDefault();
  };

  #onPointerDown = (event: PointerEvent): void => {
    this.#pressedOutside = event.target === this.#element;
  };

  #onClick = (event: MouseEvent): void => {
    if (event.target !== this.#element || !this.#pressedOutside) return;
    if (this.#on.lightDismiss?.() ?? true) this.close();
  };
}
