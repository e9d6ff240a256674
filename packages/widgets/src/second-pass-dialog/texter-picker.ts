import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Texter } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { icons } from '../parts/icons.ts';
import { Query } from '../query.ts';
import { evenSplit } from './even-split.ts';

const pauseMs = 200;
const shown = 30;

/**
 * Finds texters by name and chooses several; says what each holds now and how many each would get.
 *
 * @csspart input - A field to type in.
 * @csspart chip - A name in a box: a texter, or a field of the script.
 * @csspart choice - One of the choices.
 */
export class TexterPicker implements ReactiveController {
  chosen: Texter[] = [];
  #host: KitElement;
  #found: Query<Texter[]>;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: KitElement) {
    this.#host = host;
    host.addController(this);
    this.#found = new Query(host, (api, signal) =>
      api.texters.search.query({ text: this.#text.trim(), limit: shown }, { signal }),
    );
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Asks for the first names, once the list is about to be seen. */
  load(): void {
    if (!this.#found.value && !this.#found.waiting) void this.#found.run();
  }

  forget(): void {
    this.chosen = [];
    this.#text = '';
    this.#found.reset();
  }

  /** `count` is what there is to deal out. */
  render(count: number): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const parts = evenSplit(count, this.chosen.length);
    return html`<div class="picker">
      <div class="field">
        <label for="texter-search">${say('texters.search')}</label>
        <input
          id="texter-search"
          class="input"
          part="input"
          type="search"
          dir="auto"
          autocomplete="off"
          spellcheck="false"
          placeholder=${say('texters.placeholder')}
          .value=${this.#text}
          @input=${this.#onText}
          @keydown=${this.#onKey}
        />
      </div>
      ${this.#chips()} ${this.#list(parts)}
      <p class="small muted number" aria-live="polite">${this.#split(parts)}</p>
    </div>`;
  }

  #chips(): TemplateResult | typeof nothing {
    if (this.chosen.length === 0) return nothing;
    const say = this.#host.say.bind(this.#host);
    return html`<ul class="chips" aria-label=${say('texters.chosen')}>
      ${repeat(
        this.chosen,
        texter => texter.id,
        texter =>
          html`<li>
            <button
              class="chip"
              part="chip"
              type="button"
              aria-label=${say('texters.remove', { name: texter.name })}
              @click=${() => this.#toggle(texter)}
            >
              <span dir="auto">${texter.name}</span>${icons.close}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #list(parts: number[]): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const found = this.#found.value;
    if (!found) {
      return html`<div class="texters" aria-busy="true">
        ${[1, 2, 3].map(() => html`<div class="texter"><span class="bone"></span></div>`)}
      </div>`;
    }
    if (found.length === 0) {
      const text = this.#text.trim();
      return html`<p class="texters nothing muted" role="status">
        ${text ? say('texters.none', { text }) : say('texters.nobody')}
      </p>`;
    }
    return html`<div class="texters" role="group" aria-label=${say('texters.found', { count: found.length })}>
      ${repeat(
        found,
        texter => texter.id,
        texter => {
          const position = this.chosen.findIndex(({ id }) => id === texter.id);
          const gets = parts[position];
          return html`<label class="choice texter ${texter.suspended ? 'off' : ''}" part="choice">
            <input
              type="checkbox"
              .checked=${position >= 0}
              ?disabled=${texter.suspended}
              @change=${() => this.#toggle(texter)}
            />
            <span class="who">
              <span class="name" dir="auto">${texter.name}</span>
              <span class="muted small number">
                ${texter.suspended ? say('texters.suspended') : say('texters.held', { count: texter.held })}
              </span>
              <span class="gets number">${gets === undefined ? nothing : say('texters.gets', { number: gets })}</span>
            </span>
          </label>`;
        },
      )}
    </div>`;
  }

  #split(parts: number[]): string {
    const say = this.#host.say.bind(this.#host);
    const most = parts[0];
    const least = parts.at(-1);
    if (most === undefined || least === undefined) return say('texters.chooseSome');
    if (most === least) return say('texters.splitEven', { count: parts.length, each: most });
    return say('texters.splitUneven', { least, most });
  }

  #toggle(texter: Texter): void {
    const without = this.chosen.filter(({ id }) => id !== texter.id);
    this.chosen = without.length < this.chosen.length ? without : [...this.chosen, texter];
    this.#host.requestUpdate();
  }

  #onText = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#found.run(), pauseMs);
  };

  /** Enter in a search field searches; it must not press the main button. Escape empties it before it closes anything. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape' || this.#text === '') return;
    event.preventDefault();
    event.stopPropagation();
    this.#text = '';
    this.#host.requestUpdate();
    void this.#found.run();
  };
}
