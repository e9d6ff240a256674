import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { KitElement } from '../element.ts';
import { icons } from '../parts/icons.ts';
import { number } from '../parts/number.ts';
import { keepBeside } from '../parts/place.ts';

type Shown = {
  label: string;
  icon?: TemplateResult;
  /** How many values are chosen in it. */
  count: number;
  content: () => unknown;
  /** What it opens is aligned with the end of the button. */
  atEnd?: boolean;
};

/**
 * A button that opens a box with controls in the top layer. Arrows go through the controls, Escape closes it and nothing
 * else.
 *
 * @csspart button - Any other button.
 * @csspart menu - A box with choices that a button opens.
 */
export class FilterMenu implements ReactiveController {
  open = false;
  #host: KitElement;
  #id: string;
  #onToggle: (open: boolean) => void;
  #atEnd = false;
  #stopPlacing = () => {};

  constructor(host: KitElement, id: string, onToggle: (open: boolean) => void = () => {}) {
    this.#host = host;
    this.#id = id;
    this.#onToggle = onToggle;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stopPlacing();
    this.open = false;
  }

  render({ label, icon, count, content, atEnd = false }: Shown): TemplateResult {
    this.#atEnd = atEnd;
    const id = this.#id;
    return html`<button
        class="button filter ${count > 0 ? 'on' : ''}"
        part="button"
        id="${id}-button"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
        popovertarget="${id}-menu"
      >
        ${icon ?? nothing}<span>${label}</span>${
          count > 0 ? html`<span class="badge number">${number(this.#host.locale, count)}</span>` : nothing
        }${icons.chevron}
      </button>
      <div
        class="filter-menu"
        part="menu"
        id="${id}-menu"
        role="dialog"
        aria-label=${label}
        popover="auto"
        @toggle=${this.#onPopover}
        @keydown=${this.#onKey}
      >
        ${this.open ? content() : nothing}
      </div>`;
  }

  close(): void {
    this.#menu?.hidePopover();
    this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#id}-button`)?.focus();
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`#${this.#id}-menu`);
  }

  #onPopover = ({ newState }: ToggleEvent): void => {
    this.open = newState === 'open';
    this.#stopPlacing();
    this.#onToggle(this.open);
    this.#host.requestUpdate();
    if (!this.open) return;
    void this.#host.updateComplete.then(() => {
      const menu = this.#menu;
      const button = this.#host.renderRoot.querySelector(`#${this.#id}-button`);
      if (!menu || !button || !this.open) return;
      this.#stopPlacing = keepBeside(button, menu, this.#atEnd ? 'end' : 'start');
      menu.querySelector<HTMLElement>('input, select, button')?.focus();
    });
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // In these the arrows choose.
      if (target.matches('select, input[type=date], input[type=radio]')) return;
      const all = [...(this.#menu?.querySelectorAll<HTMLElement>('input, select, button') ?? [])];
      all[all.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if (event.key === 'Enter' && target.matches('input[type=checkbox]')) target.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
