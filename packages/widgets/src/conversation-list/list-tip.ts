import { html, type TemplateResult } from 'lit';
import { keepBeside } from '../parts/place.ts';
import { exact } from '../parts/relative-time.ts';
import type { KitElement } from '../element.ts';

/** Says more about what has the pointer or the focus: one tip for a list of any length, where each row having its own is slow. */
export class ListTip {
  #host: KitElement;
  #beside: Element | null = null;
  #stop = () => {};

  constructor(host: KitElement) {
    this.#host = host;
  }

  render(): TemplateResult {
    return html`<span class="tip" part="tip" popover="manual" role="tooltip" id="list-tip"></span>`;
  }

  /** For the pointer as it comes over something, and for the focus. */
  readonly onOver = (event: Event): void => {
    const target = event.target as Element;
    const within = '[data-tip], [data-at]';
    this.#show(target.closest(within) ?? (event.type === 'focusin' ? target.querySelector(within) : null));
  };

  readonly hide = (): void => this.#show(null);

  #show(beside: Element | null): void {
    if (beside === this.#beside) return;
    this.#beside = beside;
    this.#stop();
    this.#stop = () => {};
    const tip = this.#host.renderRoot.querySelector<HTMLElement>('#list-tip');
    if (tip?.matches(':popover-open')) tip.hidePopover();
    if (!tip || !(beside instanceof HTMLElement)) return;
    const { tip: said, at } = beside.dataset;
    tip.textContent = said ?? exact(this.#host, Number(at));
    tip.showPopover();
    this.#stop = keepBeside(beside, tip);
  }
}
