import { html, type TemplateResult } from 'lit';
import { mostTicked } from '@campaign-kit/shared/review-filter';
import type { KitElement } from '../element.ts';
import type { ConversationPages } from './conversation-pages.ts';
import { Selection } from './selection.ts';
import { selectedLine } from './selection-bar.ts';

/** Ticks rows: one, all between two, all that are shown, all that match. Each time it says what is chosen now. */
export class Choosing {
  readonly selection = new Selection();
  /** For those who listen. */
  said = '';
  #host: KitElement;
  #source: ConversationPages;
  #changed: () => void;

  constructor(host: KitElement, source: ConversationPages, changed: () => void) {
    this.#host = host;
    this.#source = source;
    this.#changed = changed;
  }

  /** How many match; null while that is not known. */
  get total(): number | null {
    return this.#source.count.value?.count ?? null;
  }

  readonly clear = (): void => {
    this.selection.clear();
    this.#chose();
  };

  readonly all = (): void => {
    this.selection.everything();
    this.#chose();
  };

  put(ids: readonly number[], on: boolean): void {
    if (this.selection.put(ids, on)) return this.#chose();
    this.said = this.#host.say('conversations.tooMany', { count: mostTicked });
    this.#host.requestUpdate();
  }

  /** Ticks a row, or with `range` all between it and the one that was ticked last. */
  toggle(id: number, range: boolean, on = !this.selection.has(id)): void {
    const { pages } = this.#source;
    const { from: last } = this.selection;
    const from = range && last !== null ? pages.indexOf(last) : -1;
    const at = pages.indexOf(id);
    if (from < 0 || from === at) return this.put([id], on);
    const ids = pages.ids(Math.min(from, at), Math.max(from, at) + 1);
    this.put(at < from ? ids.reverse() : ids, on);
  }

  /** The keyboard's way: from where the range began to here. */
  extend(from: number, to: number): void {
    if (this.selection.from === null) this.selection.put([from], true);
    this.toggle(to, true, true);
  }

  /** The box in the head: all that are shown, or nothing. */
  box(): TemplateResult {
    const { pages } = this.#source;
    const { selection, total } = this;
    const count = selection.count(total ?? 0);
    const shown = () => pages.size <= mostTicked && pages.ids(0, pages.size).every(id => selection.has(id));
    const whole = selection.all ? count === total : count > 0 && shown();
    return html`<label
      ><input
        type="checkbox"
        aria-label=${this.#host.say('conversations.selectShown')}
        .checked=${whole}
        .indeterminate=${count > 0 && !whole}
        @change=${this.#onBox}
    /></label>`;
  }

  #onBox = (event: Event): void => {
    const { pages } = this.#source;
    if (!(event.target as HTMLInputElement).checked) this.clear();
    else if (pages.size > mostTicked) this.all();
    else this.put(pages.ids(0, pages.size), true);
  };

  #chose(): void {
    const { selection, total } = this;
    this.said = selection.empty
      ? this.#host.say('conversations.noneSelected')
      : selectedLine(this.#host, selection, total);
    this.#host.requestUpdate();
    this.#changed();
  }
}
