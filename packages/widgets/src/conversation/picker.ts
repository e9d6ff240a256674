import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { KitElement } from '../element.ts';
import { keepBeside } from '../parts/place.ts';

export type Pick = {
  id: string;
  label: string;
  /** A second, muted line. */
  detail?: string;
  /** Shown instead of label and detail, which are its name then. */
  sign?: string;
};

type Shown = {
  label: string;
  icon: TemplateResult;
  /** Null: they are on their way. */
  items: readonly Pick[] | null;
  onPick: (item: Pick) => void;
};

/**
 * A button that opens a list to search in: a combobox after the ARIA Authoring Practices. With `columns` it is a board of
 * signs, and arrows go across it.
 *
 * @csspart button - Any other button.
 * @csspart menu - A list to choose from.
 * @csspart item - An entry of it.
 * @csspart input - A field to type in.
 */
export class Picker implements ReactiveController {
  open = false;
  #host: KitElement;
  #id: string;
  #beside: string;
  #columns: number;
  #text = '';
  #at = 0;
  #shown: Shown | null = null;
  #stopPlacing = () => {};

  /** `beside`: a selector of what the list is put beside. */
  constructor(host: KitElement, { id, beside, columns = 1 }: { id: string; beside: string; columns?: number }) {
    this.#host = host;
    this.#id = id;
    this.#beside = beside;
    this.#columns = columns;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stopPlacing();
    this.open = false;
  }

  render(shown: Shown): TemplateResult {
    this.#shown = shown;
    const id = this.#id;
    return html`<button
        class="button icon"
        part="button"
        id="${id}-button"
        type="button"
        aria-label=${shown.label}
        title=${shown.label}
        aria-haspopup="listbox"
        aria-expanded=${this.open ? 'true' : 'false'}
        popovertarget="${id}-pick"
      >
        ${shown.icon}
      </button>
      <div class="pick" part="menu" id="${id}-pick" popover="auto" @toggle=${this.#onToggle}>
        ${this.open ? this.#list(shown) : nothing}
      </div>`;
  }

  #list({ label }: Shown): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const found = this.#found();
    const at = Math.min(this.#at, found.length - 1);
    const id = this.#id;
    return html`<input
        class="input"
        part="input"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="${id}-list"
        aria-autocomplete="list"
        aria-activedescendant=${found[at] ? `${id}-${at}` : nothing}
        aria-label=${say('texting.search')}
        placeholder=${say('texting.search')}
        autocomplete="off"
        spellcheck="false"
        .value=${this.#text}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      />
      <div class="options ${this.#columns > 1 ? 'board' : ''}" id="${id}-list" role="listbox" aria-label=${label}>
        ${found.map((item, index) => this.#item(item, index, index === at))}
      </div>
      <p class="muted small none" role="status">
        ${found.length === 0 && this.#shown?.items ? say('texting.nothingFound') : ''}
      </p>`;
  }

  #item(item: Pick, index: number, active: boolean): TemplateResult {
    return html`<div
      class="option ${active ? 'active' : ''}"
      part="item"
      id="${this.#id}-${index}"
      role="option"
      tabindex="-1"
      aria-selected=${active ? 'true' : 'false'}
      aria-label=${item.sign ? item.label : nothing}
      title=${item.sign ? item.label : nothing}
      @pointerdown=${keepFocus}
      @click=${() => this.#pick(item)}
      @keydown=${this.#onKey}
    >
      ${
        item.sign ??
        html`<span class="strong" dir="auto">${item.label}</span>
          <span class="muted small detail" dir="auto">${item.detail ?? ''}</span>`
      }
    </div>`;
  }

  #found(): readonly Pick[] {
    const words = this.#text.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (before: string) => (item: Pick) => words.every(word => textOf(item).includes(before + word));
    const found = (this.#shown?.items ?? []).filter(has(''));
    // What begins with the words is more likely meant than what has them somewhere inside.
    return [...found.filter(has(' ')), ...found.filter(item => !has(' ')(item))];
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`#${this.#id}-pick`);
  }

  #pick(item: Pick): void {
    this.#popover?.hidePopover();
    this.#shown?.onPick(item);
  }

  #onToggle = ({ newState }: ToggleEvent): void => {
    this.open = newState === 'open';
    this.#stopPlacing();
    this.#text = '';
    this.#at = 0;
    this.#host.requestUpdate();
    if (!this.open) return;
    void this.#host.updateComplete.then(() => {
      const popover = this.#popover;
      const beside = this.#host.renderRoot.querySelector(this.#beside);
      if (!popover || !beside) return;
      this.#stopPlacing = keepBeside(beside, popover);
      popover.querySelector('input')?.focus();
    });
  };

  #onInput = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    this.#at = 0;
    this.#host.requestUpdate();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const found = this.#found();
    const across = this.#columns > 1 ? { ArrowLeft: -1, ArrowRight: 1 } : {};
    const steps: Record<string, number> = { ArrowDown: this.#columns, ArrowUp: -this.#columns, ...across };
    const rightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    const step = steps[event.key];
    if (step !== undefined) {
      const turned = rightToLeft && event.key in across ? -step : step;
      this.#at = Math.max(0, Math.min(found.length - 1, this.#at + turned));
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() =>
        this.#host.renderRoot.querySelector(`#${this.#id}-${this.#at}`)?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter') {
      const item = found[Math.min(this.#at, found.length - 1)];
      if (item && !event.repeat) this.#pick(item);
    } else if (event.key === 'Escape') {
      // A field to search in would take the key to be emptied.
      this.#popover?.hidePopover();
      this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#id}-button`)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const textOf = ({ label, detail = '' }: Pick): string => ` ${label} ${detail}`.toLowerCase();

/** The field keeps the focus while an entry is pressed. */
const keepFocus = (event: Event): void => event.preventDefault();
