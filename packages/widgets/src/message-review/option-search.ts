import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Api } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { keyed } from '../parts/keyed.ts';
import { failureNotice } from '../parts/query-states.ts';
import { Query } from '../query.ts';

const pauseMs = 180;

export type Option = { id: number; name: string; detail?: string };

type Search = (api: Api, text: string, signal: AbortSignal) => Promise<readonly Option[]>;

type Shown = {
  label: string;
  chosen: readonly Option[];
  /** Before the names: what is no name. */
  first?: TemplateResult | typeof nothing;
  onToggle: (option: Option) => void;
};

/**
 * Names to search in and to tick several of; what is ticked stands first.
 *
 * @csspart input - A field to type in.
 * @csspart choice - One of the choices.
 */
export class OptionSearch implements ReactiveController {
  #host: KitElement;
  #found: Query<readonly Option[]>;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was ticked when the box was opened stays first; what is ticked in it stays where it is. */
  #first: readonly Option[] = [];

  constructor(host: KitElement, search: Search) {
    this.#host = host;
    host.addController(this);
    this.#found = new Query(host, (api, signal) => search(api, this.#text.trim(), signal));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  opened(chosen: readonly Option[]): void {
    this.#first = chosen;
    this.#text = '';
    void this.#found.run();
  }

  render({ label, chosen, first = nothing, onToggle }: Shown): TemplateResult {
    const { value, error } = this.#found;
    const say = this.#host.say.bind(this.#host);
    const ids = new Set(chosen.map(({ id }) => id));
    const asked = this.#text.trim() !== '';
    const before = asked ? [] : this.#first;
    const found = (value ?? []).filter(({ id }) => !before.some(one => one.id === id));
    return html`<input
        class="input"
        part="input"
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        aria-label=${label}
        placeholder=${label}
        .value=${this.#text}
        @input=${this.#onText}
        @keydown=${this.#onKey}
      />
      <div class="options" role="group" aria-label=${label}>
        ${asked ? nothing : first}
        ${keyed(
          [...before, ...found],
          ({ id }) => id,
          option =>
            html`<label class="choice" part="choice">
              <input type="checkbox" .checked=${ids.has(option.id)} @change=${() => onToggle(option)} />
              <span class="option"
                ><span class="name" dir="auto">${option.name}</span>${
                  option.detail ? html`<span class="muted small">${option.detail}</span>` : nothing
                }</span
              >
            </label>`,
        )}
        ${
          value || error
            ? nothing
            : [1, 2, 3].map(() => html`<div class="choice"><span></span><span class="bone"></span></div>`)
        }
      </div>
      ${error ? failureNotice(this.#host, error, () => void this.#found.run()) : nothing}
      <p class="muted small none" role="status">
        ${value && found.length + before.length === 0 ? say('texting.nothingFound') : ''}
      </p>`;
  }

  #onText = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#found.run(), pauseMs);
    this.#host.requestUpdate();
  };

  /** Escape empties the field before it closes anything. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#text === '') return;
    event.preventDefault();
    event.stopPropagation();
    this.#text = '';
    this.#host.requestUpdate();
    void this.#found.run();
  };
}
