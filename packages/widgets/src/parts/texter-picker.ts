import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Texter } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { Query } from '../query.ts';
import { icons } from './icons.ts';
import { keyed } from './keyed.ts';

const pauseMs = 200;
const shown = 30;

type On = {
  changed?: () => void;
  /** Offers to take from a suspended texter what they still hold. */
  release?: (texter: Texter) => void;
};

/**
 * Finds texters by name and chooses several; says what each holds now and how many each would get.
 *
 * @csspart input - A field to type in.
 * @csspart chip - A name in a box: a texter, or a field of the script.
 * @csspart choice - One of the choices.
 * @csspart link - A button that looks like a link.
 */
export class TexterPicker implements ReactiveController {
  chosen: Texter[] = [];
  #host: KitElement;
  #on: On;
  #found: Query<Texter[]>;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: KitElement, on: On = {}) {
    this.#host = host;
    this.#on = on;
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

  /** Asks anew what each holds. */
  refresh(): void {
    if (this.#found.value) void this.#found.run();
  }

  focus(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('#texter-search')?.focus();
  }

  /** `parts` is what each of the chosen gets, in their order; null while that is being counted. */
  render(parts: readonly number[] | null): TemplateResult {
    const say = this.#host.say.bind(this.#host);
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
      ${keyed(
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

  #list(parts: readonly number[] | null): TemplateResult {
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
      ${keyed(
        found,
        texter => texter.id,
        texter => {
          const position = this.chosen.findIndex(({ id }) => id === texter.id);
          if (texter.suspended) return this.#suspended(texter);
          return html`<label class="choice texter" part="choice">
            <input type="checkbox" .checked=${position >= 0} @change=${() => this.#toggle(texter)} />
            <span class="who">
              <span class="name" dir="auto">${texter.name}</span>
              <span class="muted small number">${say('texters.held', { count: texter.held })}</span>
              <span class="gets number">
                ${parts?.[position] === undefined ? nothing : say('texters.gets', { number: parts[position] })}
              </span>
            </span>
          </label>`;
        },
      )}
    </div>`;
  }

  /** They get nothing; what they still hold can be given back from here. */
  #suspended(texter: Texter): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const { release } = this.#on;
    const { name, held } = texter;
    const label = say('texters.release', { count: held });
    return html`<div class="choice texter off" part="choice">
      <input
        type="checkbox"
        disabled
        .checked=${this.chosen.some(({ id }) => id === texter.id)}
        aria-label="${name}: ${say('texters.suspended')}"
      />
      <span class="who">
        <span class="name" dir="auto">${name}</span>
        <span class="muted small">${say('texters.suspended')}</span>
        ${
          release && held > 0
            ? html`<button
                class="button link small number"
                part="link"
                type="button"
                aria-label="${name}: ${label}"
                @click=${() => release(texter)}
              >
                ${label}
              </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  #split(parts: readonly number[] | null): string {
    const say = this.#host.say.bind(this.#host);
    if (this.chosen.length === 0) return say('texters.chooseSome');
    if (!parts) return say('preview.counting');
    const [most, least] = [Math.max(...parts), Math.min(...parts)];
    if (most === least) return say('texters.splitEven', { count: parts.length, each: most });
    return say('texters.splitUneven', { least, most });
  }

  #toggle(texter: Texter): void {
    const without = this.chosen.filter(({ id }) => id !== texter.id);
    this.chosen = without.length < this.chosen.length ? without : [...this.chosen, texter];
    this.#host.requestUpdate();
    this.#on.changed?.();
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
