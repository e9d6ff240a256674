import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { en } from '@campaign-kit/shared/words/en';
import {
  readFilter,
  reviewSorts,
  writeFilter,
  type ReviewFilter,
  type ReviewSort,
} from '@campaign-kit/shared/review-filter';
import { ConversationList } from '../conversation-list/conversation-list.ts';
import { ListWork } from '../conversation-list/list-work.ts';
import { KitElement } from '../element.ts';
import { CsvExport } from './csv-export.ts';
import { exportLine } from './export-line.ts';
import { FilterBar } from './filter-bar.ts';
import { messageReviewStyles } from './message-review.styles.ts';
import { ConversationChangeEvent, FilterChangeEvent, SelectionChangeEvent } from './review-events.ts';
import { reviewIcons } from './review-icons.ts';
import { SavedViews } from './saved-views.ts';

const columns = ['who', 'said', 'campaign', 'texter', 'status', 'tags', 'last'] as const;

/** An address may be old, or typed by hand: what is not understood leaves nobody out. */
const filterAttribute = {
  fromAttribute: (text: string | null) => readFilter(text ?? ''),
  toAttribute: (filter: ReviewFilter) => writeFilter(filter) || null,
};

/**
 * The conversations of the whole organization: found by any filters together, worked one by one beside the list or many
 * at once. It fills the height that the page gives it.
 *
 * @summary Finding, reading and moving conversations.
 * @fires ck-filter-change - What is filtered by has changed: `filter`, and `text` for an address.
 * @fires ck-selection-change - What is selected has changed: `count`, `all`, `ids`.
 * @fires ck-conversation-change - A conversation was opened or closed: `conversationId`.
 * @fires ck-action-request - An action on what is selected is about to run; `preventDefault()` keeps it from running.
 * @fires ck-action-success - It has ended; `undo()` gives back what it changed.
 * @fires ck-action-error - It could not be started.
 * @csspart bar - The controls of the filters.
 * @csspart count - How many conversations match.
 * @csspart empty - What stands there while nothing matches.
 * @csspart main - The one main button.
 * @cssState empty - Nothing matches.
 */
export class MessageReview extends KitElement {
  static override readonly tag = 'message-review';
  static override readonly english = en;
  static override readonly styles = messageReviewStyles;

  /** What is filtered by; as attribute, the query of an address: `statuses=needsResponse&campaigns=4,7`. */
  @property({ reflect: true, converter: filterAttribute, hasChanged: differs }) filter: ReviewFilter = {};

  /** The order: `waiting`, `recent` or `name`. */
  @property({ reflect: true }) sort: ReviewSort = 'waiting';

  /** Opens this conversation beside the list. */
  @property({ type: Number, attribute: 'conversation-id' }) conversationId = 0;

  #list: ConversationList = new ConversationList(this, {
    open: conversationId => this.#open(conversationId),
    selected: () => this.#tellSelection(),
    heard: ids => this.#work.heard(ids),
  });
  #bar = new FilterBar(this, filter => this.#filterBy(filter, this.sort));
  #views = new SavedViews(this, ({ filter, sort }) => this.#filterBy(filter, sort));
  #work: ListWork = new ListWork(
    this,
    MessageReview.tag,
    () => this.#list,
    () => this.#close(),
  );
  #file = new CsvExport(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!reviewSorts.includes(this.sort)) this.sort = 'waiting';
    if (changed.has('filter') || changed.has('sort')) this.#list.show(this.filter, this.sort);
    if (!changed.has('conversationId')) return;
    this.#list.open(this.conversationId || null);
    this.#work.conversation.show(this.conversationId || null);
  }

  protected override render(): TemplateResult {
    return html`<div class="review" role="group" aria-label=${this.say('review.title')} @keydown=${this.#onKey}>
      <div class="filter-bar" part="bar">${this.#bar.render()}</div>
      <div class="line">
        <p class="strong number" part="count" role="status">${this.#count()}</p>
        ${this.#bar.chips()} ${this.#order()} ${this.#tools()}
      </div>
      ${exportLine(this, this.#file, this.#list.count)}
      ${this.#list.render({
        label: this.say('review.list'),
        columns,
        ticks: this.#work.acts,
        actions: this.#work.actions(),
        empty: this.#empty(),
        beside: this.#work.conversation.render(),
      })}
      ${this.#work.render()}
    </div>`;
  }

  #tools(): TemplateResult {
    return html`<div class="tools">
      ${this.#views.render()}
      <button
        class="button"
        part="button"
        type="button"
        aria-disabled=${this.#file.state === 'running' || !this.#list.count ? 'true' : 'false'}
        @click=${this.#onExport}
      >
        ${reviewIcons.download}<span>${this.say('review.export')}</span>
      </button>
    </div>`;
  }

  #count(): string {
    const { count } = this.#list;
    return count === null ? this.say('review.counting') : this.say('review.count', { count });
  }

  #order(): TemplateResult {
    return html`<div class="order">
      <label for="sort" class="muted">${this.say('review.sort')}</label>
      <select class="input" part="input" id="sort" @change=${this.#onSort}>
        ${reviewSorts.map(
          sort =>
            html`<option value=${sort} .selected=${sort === this.sort}>${this.say(`review.sort.${sort}`)}</option>`,
        )}
      </select>
    </div>`;
  }

  #empty(): TemplateResult {
    const filtered = Object.keys(this.filter).length > 0;
    return html`<div class="empty" part="empty">
      <p class="strong">${this.say(filtered ? 'review.noMatch' : 'review.empty')}</p>
      <p class="muted">${this.say(filtered ? 'review.noMatchHelp' : 'review.emptyHelp')}</p>
      ${
        filtered
          ? html`<button class="button" part="button" type="button" @click=${() => this.#bar.clear()}>
              ${this.say('review.clear')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #filterBy(filter: ReviewFilter, sort: ReviewSort): void {
    const other = differs(filter, this.filter);
    this.filter = filter;
    this.sort = sort;
    if (other) this.dispatchEvent(new FilterChangeEvent(filter, writeFilter(filter)));
  }

  #open(conversationId: number | null): void {
    if (conversationId === (this.conversationId || null)) return;
    this.conversationId = conversationId ?? 0;
    this.dispatchEvent(new ConversationChangeEvent(conversationId));
  }

  #close(): void {
    this.#open(null);
    void this.updateComplete.then(() => this.#list.focus());
  }

  #onKey = (event: KeyboardEvent): void => {
    if (!this.#work.onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #tellSelection(): void {
    const { selection, count } = this.#list;
    this.dispatchEvent(new SelectionChangeEvent(selection.count(count ?? 0), selection.all, selection.ids));
  }

  #onSort = (event: Event): void => {
    this.#filterBy(this.filter, (event.target as HTMLSelectElement).value as ReviewSort);
  };

  #onExport = (): void => {
    if (this.#file.state === 'running' || !this.#list.count) return;
    const day = new Intl.DateTimeFormat('sv', { timeZone: this.timeZone }).format(Date.now());
    this.#file.start(this.filter, `conversations-${day}.csv`);
  };
}

function differs(filter: ReviewFilter, before: ReviewFilter | undefined): boolean {
  return writeFilter(filter) !== writeFilter(before ?? {});
}

declare global {
  interface HTMLElementTagNameMap {
    'message-review': MessageReview;
  }
}
