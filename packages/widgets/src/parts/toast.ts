import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icons } from './icons.ts';
import { keepBeside } from './place.ts';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };

/** A click on *Undo* is not one on the host's row. */
const stop = (event: Event): void => event.stopPropagation();

const shownForMs = 10_000;

/**
 * A line beside its button that says what was just done, with *Undo*; it goes by itself unless someone is on it.
 *
 * @csspart toast - The line that says what was just done.
 * @csspart close - The cross that closes it.
 */
export class Toast implements ReactiveController {
  open = false;
  #host: Host;
  #anchor: () => Element | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopPlacing = () => {};

  constructor(host: Host, anchor: () => Element | null) {
    this.#host = host;
    this.#anchor = anchor;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  show(): void {
    this.open = true;
    this.#host.requestUpdate();
    this.#leaveLater();
    void this.#host.updateComplete.then(() => {
      const element = this.#element;
      const anchor = this.#anchor();
      if (!this.open || !element || !anchor || !this.#host.isConnected) return;
      if (!element.matches(':popover-open')) element.showPopover();
      this.#stopPlacing();
      this.#stopPlacing = keepBeside(anchor, element);
    });
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#stopPlacing();
    this.#stopPlacing = () => {};
    if (this.#element?.matches(':popover-open')) this.#element.hidePopover();
    if (!this.open) return;
    this.open = false;
    this.#host.requestUpdate();
  }

  render(content: TemplateResult | typeof nothing, closeLabel: string): TemplateResult {
    return html`<div
      class="toast"
      part="toast"
      popover="manual"
      @pointerenter=${this.#stay}
      @pointerleave=${this.#leaveLater}
      @focusin=${this.#stay}
      @focusout=${this.#leaveLater}
      @keydown=${this.#onKey}
      @click=${stop}
    >
      <div class="toast-said" role="status">${this.open ? content : nothing}</div>
      <button class="button icon" part="close" type="button" aria-label=${closeLabel} @click=${this.#onClose}>
        ${icons.close}
      </button>
    </div>`;
  }

  get #element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.toast');
  }

  #stay = (): void => clearTimeout(this.#timer);

  #leaveLater = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), shownForMs);
  };

  #onClose = (): void => {
    const anchor = this.#anchor();
    this.hide();
    if (anchor instanceof HTMLElement) anchor.focus();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    this.#onClose();
  };
}

export const toastStyles = css`
  .toast {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 3);
    inline-size: max-content;
    max-inline-size: min(400px, calc(100vw - 16px));
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    visibility: visible;
    pointer-events: auto;
  }
  .toast:popover-open {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
  }
  .toast-said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--_control);
  }
  .toast-said > span {
    flex: 1 1 12em;
    overflow-wrap: anywhere;
  }
`;
