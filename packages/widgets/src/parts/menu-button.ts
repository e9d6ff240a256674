import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icons } from './icons.ts';
import { keepBeside } from './place.ts';

export type MenuItem = {
  id: string;
  label: string;
  icon?: TemplateResult | undefined;
  /** A second, muted line: what it will do, or why it cannot now. */
  detail?: string | undefined;
  /** At the end of the line: a count. */
  end?: string | undefined;
  /** Greyed out but still reachable, so that the reason can be read. */
  disabled?: boolean;
  danger?: boolean;
  /** A line before it. */
  separated?: boolean;
};

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };

type Shown = {
  label: string;
  /** The label stands on the button; else three dots, and the label is its name. */
  labelled?: boolean;
  /** Instead of the dots: how far something is. */
  icon?: TemplateResult | undefined;
  items: readonly MenuItem[] | null;
  /** Instead of items that are not there: a skeleton, or what went wrong. */
  instead?: TemplateResult | undefined;
};

/** What is done in the menu is not done to the row of the host that it stands in. */
const stop = (event: Event): void => event.stopPropagation();

/**
 * A menu button after the ARIA Authoring Practices: arrows, Home, End, letters, Escape; its menu is in the top layer.
 *
 * @csspart button - The button that opens the menu.
 * @csspart menu - The menu.
 * @csspart item - An item of it.
 */
export class MenuButton implements ReactiveController {
  open = false;
  #host: Host;
  #onSelect: (id: string) => void;
  #onToggle: (open: boolean) => void;
  #stopPlacing = () => {};
  #keys: AbortController | null = null;
  #wasOpen = false;
  #typed = '';
  #typedAt = 0;
  #focusLast = false;

  constructor(host: Host, on: { select: (id: string) => void; toggle?: (open: boolean) => void }) {
    this.#host = host;
    this.#onSelect = on.select;
    this.#onToggle = on.toggle ?? (() => {});
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#closed();
  }

  hostUpdated(): void {
    const waits = this.open && this.#host.shadowRoot?.activeElement === this.#popover;
    if (waits) this.#focus(this.#focusLast ? -1 : 0);
  }

  show(): void {
    if (this.open || !this.#popover) return;
    this.open = true;
    this.#host.requestUpdate();
    this.#onToggle(true);
    void this.#host.updateComplete.then(() => {
      const popover = this.#popover;
      if (!popover || !this.open) return;
      popover.showPopover();
      this.#stopPlacing();
      this.#stopPlacing = keepBeside(this.#button!, popover);
      // In the window, before a host that takes the arrows or Escape for itself.
      this.#keys = new AbortController();
      addEventListener('keydown', this.#onMenuKey, { capture: true, signal: this.#keys.signal });
      if (this.#items.length > 0) this.#focus(this.#focusLast ? -1 : 0);
      else (popover.querySelector<HTMLElement>('button') ?? popover).focus({ preventScroll: true });
    });
  }

  hide(): void {
    if (this.#popover?.matches(':popover-open')) this.#popover.hidePopover();
    this.#closed();
  }

  focus(): void {
    this.#button?.focus();
  }

  render({ label, labelled = false, icon, items, instead }: Shown): TemplateResult {
    return html`<button
        id="menu-button"
        part="button"
        class=${labelled ? 'button' : 'button icon'}
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="menu"
        aria-label=${labelled ? nothing : label}
        @pointerdown=${this.#onPointerDown}
        @click=${this.#onClick}
        @keydown=${this.#onButtonKey}
      >
        ${icon ?? (labelled ? nothing : icons.dots)}${labelled ? html`<span>${label}</span>${icons.chevron}` : nothing}
      </button>
      <div
        class="menu"
        part="menu"
        popover="auto"
        tabindex="-1"
        id="menu"
        @toggle=${this.#onPopoverToggle}
        @keydown=${this.#onMenuKey}
        @keyup=${stop}
        @click=${stop}
      >
        ${this.open && instead ? instead : nothing}
        <div class="items" role="menu" aria-labelledby="menu-button" tabindex="-1" ?hidden=${!items?.length}>
          ${this.open ? items?.map(item => this.#item(item)) : nothing}
        </div>
      </div>`;
  }

  #item(item: MenuItem): TemplateResult {
    return html`${item.separated ? html`<div class="line" role="separator"></div>` : nothing}
      <button
        class=${item.danger ? 'item danger' : 'item'}
        part="item"
        role="menuitem"
        type="button"
        tabindex="-1"
        data-id=${item.id}
        aria-disabled=${item.disabled ? 'true' : nothing}
        @click=${() => this.#select(item)}
        @pointermove=${this.#onHover}
      >
        <span class="mark">${item.icon ?? nothing}</span>
        <span class="label">${item.label}</span>
        <span class="end number">${item.end ?? nothing}</span>
        ${item.detail ? html`<span class="detail">${item.detail}</span>` : nothing}
      </button>`;
  }

  get #button(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('#menu-button');
  }
  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('#menu');
  }
  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('#menu [role=menu]');
  }
  get #items(): HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #focus(at: number): void {
    const items = this.#items;
    items.at(at % (items.length || 1))?.focus({ preventScroll: this.open && at === 0 });
  }

  #closed(): void {
    this.#stopPlacing();
    this.#stopPlacing = () => {};
    this.#keys?.abort();
    if (!this.open) return;
    this.open = false;
    this.#focusLast = false;
    this.#host.requestUpdate();
    this.#onToggle(false);
  }

  #select(item: MenuItem): void {
    if (item.disabled) return;
    this.hide();
    this.focus();
    this.#onSelect(item.id);
  }

  #onPointerDown = (): void => {
    this.#wasOpen = this.open;
  };

  /** A press outside closes the menu before its click arrives; one on the button must not open it again. */
  #onClick = (event: MouseEvent): void => {
    stop(event);
    const wasOpen = event.detail === 0 ? this.open : this.#wasOpen;
    if (wasOpen) this.hide();
    else this.show();
  };

  #onButtonKey = (event: KeyboardEvent): void => {
    if (/^( |Enter)$/.test(event.key)) stop(event);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    stop(event);
    this.#focusLast = event.key === 'ArrowUp';
    this.show();
  };

  #onMenuKey = (event: KeyboardEvent): void => {
    const inside = this.#popover?.contains(this.#host.shadowRoot?.activeElement ?? null);
    if (!inside && event.currentTarget === window) return;
    if (event.key === 'Tab') {
      this.focus();
      this.hide();
      return;
    }
    const items = this.#items;
    const at = items.indexOf(this.#host.shadowRoot?.activeElement as HTMLElement);
    const { key } = event;
    if (key === 'Escape') this.#leave();
    else if (key === 'ArrowDown') this.#focus(at + 1);
    else if (key === 'ArrowUp') this.#focus(at <= 0 ? -1 : at - 1);
    else if (key === 'Home') this.#focus(0);
    else if (key === 'End') this.#focus(-1);
    else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.#typeahead(key, at);
    else return /^( |Enter)$/.test(key) ? stop(event) : undefined;
    stop(event);
    event.preventDefault();
  };

  #leave(): void {
    this.hide();
    this.focus();
  }

  #typeahead(key: string, at: number): void {
    const now = performance.now();
    this.#typed = now - this.#typedAt > 700 ? key.toLowerCase() : this.#typed + key.toLowerCase();
    this.#typedAt = now;
    const repeated = [...this.#typed].every(letter => letter === this.#typed[0]);
    const wanted = repeated ? this.#typed.slice(0, 1) : this.#typed;
    const from = repeated ? at + 1 : Math.max(at, 0);
    const items = this.#items;
    const turned = [...items.slice(from), ...items.slice(0, from)];
    turned.find(item => item.querySelector('.label')?.textContent?.toLowerCase().startsWith(wanted))?.focus();
  }

  #onHover = (event: PointerEvent): void => {
    const item = event.currentTarget as HTMLElement;
    if (event.pointerType === 'mouse' && this.#host.shadowRoot?.activeElement !== item) {
      item.focus({ preventScroll: true });
    }
  };

  #onPopoverToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.#closed();
  };
}
