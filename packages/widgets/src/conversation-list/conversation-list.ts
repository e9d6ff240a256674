import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ReviewFilter, ReviewSort, ReviewTarget } from '@campaign-kit/shared/review-filter';
import type { KitElement } from '../element.ts';
import { keyed } from '../parts/keyed.ts';
import { failureNotice, queryStates } from '../parts/query-states.ts';
import type { Column } from './cells.ts';
import { Choosing } from './choosing.ts';
import { ConversationPages } from './conversation-pages.ts';
import { GridFocus } from './grid-focus.ts';
import { GridWork } from './grid-work.ts';
import { ListTip } from './list-tip.ts';
import type { ReviewRow } from '../contract.ts';
import { boneRow, headOf, rowOf } from './row-templates.ts';
import { RowWindow } from './row-window.ts';
import type { Selection } from './selection.ts';
import { selectionBar } from './selection-bar.ts';

/** Rows that stand for those that come next while they are on their way, or for all at the beginning. */
const bonesAtEnd = 4;
const bonesAtFirst = 12;
const tickMs = 30_000;

type On = {
  /** A row was chosen to be opened; null: the open one was closed. */
  open: (conversationId: number | null) => void;
  /** What is ticked has changed. */
  selected: () => void;
  /** Something became of these conversations, or of any. */
  heard?: (ids: readonly number[] | null) => void;
};

type Shown = {
  label: string;
  columns: readonly Column[];
  /** Whether rows can be ticked: whoever may do nothing with them has no boxes. */
  ticks: boolean;
  /** What can be done with what is ticked: buttons. */
  actions: unknown;
  /** What stands there while nothing matches. */
  empty: TemplateResult;
  /** The conversation that is open, beside the list or over it. */
  beside: unknown;
};

/**
 * Conversations of a filter in an order: a grid of any length, worked by pointer and by keys, that stays true by itself
 * and never moves what somebody looks at.
 *
 * @csspart list - The list, with its own scrolling.
 * @csspart beside - Where the open conversation stands.
 * @csspart column - The head of a column.
 * @csspart fresh - The button that shows what is new.
 */
export class ConversationList implements ReactiveController {
  readonly source: ConversationPages;
  /** The conversation that is open. */
  opened: number | null = null;
  #host: KitElement;
  #on: On;
  #rows: RowWindow;
  #focus: GridFocus;
  #tip: ListTip;
  #choosing: Choosing;
  #work: GridWork;
  #inside = false;
  #anchor: { id: number; index: number } | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor(host: KitElement, on: On) {
    this.#host = host;
    this.#on = on;
    this.#rows = new RowWindow(host);
    this.source = new ConversationPages(host, {
      idle: () => !this.#inside && this.#rows.atTop && this.opened === null && this.selection.empty && !this.#focused,
      window: () => [this.#rows.from, this.#rows.to],
      restarted: () => {
        this.#anchor = null;
        this.#rows.toTop();
      },
      heard: ids => on.heard?.(ids),
    });
    this.#focus = new GridFocus(host, this.source.pages, this.#rows);
    this.#tip = new ListTip(host);
    this.#choosing = new Choosing(host, this.source, on.selected);
    this.#work = new GridWork(host, {
      pages: this.source.pages,
      rows: this.#rows,
      focus: this.#focus,
      choosing: this.#choosing,
      open: on.open,
    });
    // After those that it reads from.
    host.addController(this);
  }

  get selection(): Selection {
    return this.#choosing.selection;
  }

  hostConnected(): void {
    this.#tick = setInterval(() => this.#host.requestUpdate(), tickMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#tick);
    this.#inside = false;
  }

  hostUpdate(): void {
    const { pages } = this.source;
    if (this.#anchor && pages.id(this.#anchor.index) !== this.#anchor.id) {
      const index = pages.indexOf(this.#anchor.id);
      if (index >= 0) this.#rows.shift(index - this.#anchor.index);
    }
    this.#rows.size = pages.size + (pages.more ? bonesAtEnd : 0);
    this.source.need(this.#rows.from, this.#rows.to);
    const id = pages.id(this.#rows.top);
    this.#anchor = id === undefined ? null : { id, index: this.#rows.top };
  }

  /** Shows these, in this order. What was ticked among others is forgotten. */
  show(filter: ReviewFilter, sort: ReviewSort): void {
    const before = this.source.filter;
    this.source.show(filter, sort);
    this.#anchor = null;
    if (this.source.filter !== before && !this.selection.empty) this.#choosing.clear();
  }

  /** How many match; null while that is not known. */
  get count(): number | null {
    return this.#choosing.total;
  }

  /** What an action is asked for; null while nothing is ticked. */
  get target(): ReviewTarget | null {
    return this.selection.target(this.source.filter);
  }

  /** A row as it is known; one that was scrolled away is not. */
  row(conversationId: number): ReviewRow | undefined {
    return this.source.pages.find(conversationId);
  }

  /** Something was done with these, or with any that are shown: what became of them is looked at, and marked. */
  changed(ids: readonly number[] = this.source.pages.ids(this.#rows.from, this.#rows.to)): void {
    this.source.look(ids);
  }

  open(conversationId: number | null): void {
    this.opened = conversationId;
    if (conversationId !== null) this.source.pages.marks.delete(conversationId);
    this.#host.requestUpdate();
  }

  /** Opens the conversation after or before the open one, and answers whether there is one. */
  step(by: 1 | -1): boolean {
    const { pages } = this.source;
    const at = this.opened === null ? -1 : pages.indexOf(this.opened);
    const next = at < 0 ? undefined : pages.id(at + by);
    if (next === undefined) return false;
    this.#rows.reveal(at + by);
    this.#on.open(next);
    return true;
  }

  /** Puts the focus back on the row that it was on. */
  focus(): void {
    this.#focus.go(this.#focus.index);
  }

  /** Ticks nothing any more. */
  clear(): void {
    this.#choosing.clear();
  }

  render(shown: Shown): TemplateResult {
    const { first } = this.source;
    const open = this.opened !== null;
    return html`<div class=${open ? 'split open' : 'split'}>
      <div class="conversations">
        ${queryStates(this.#host, first, {
          skeleton: this.#skeleton(shown),
          isEmpty: () => this.source.pages.size === 0,
          empty: shown.empty,
          ready: () => this.#grid(shown),
        })}
        <p class="hidden" role="status">${this.#choosing.said}</p>
      </div>
      ${open ? html`<div class="beside" part="beside">${shown.beside}</div>` : nothing}
    </div>`;
  }

  #grid(shown: Shown): TemplateResult {
    const { label, columns, ticks, actions } = shown;
    const renews = this.source.renews;
    this.#work.ticks = ticks;
    const { pages, error, fresh, changing } = this.source;
    const say = this.#host.say.bind(this.#host);
    const { from, to } = this.#rows;
    const now = Date.now();
    const indices = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    return html`<div
      class="frame ${changing ? 'changing' : ''} ${this.selection.empty ? '' : 'choosing'}"
      @pointerenter=${this.#onEnter}
      @pointerleave=${this.#onLeave}
    >
      <div
        class="rows-scroller ${ticks ? '' : 'no-ticks'} ${columns.join('-')}"
        part="list"
        role="grid"
        aria-label=${label}
        aria-rowcount=${this.count === null ? -1 : this.count + 1}
        aria-multiselectable=${ticks ? 'true' : 'false'}
        aria-busy=${changing ? 'true' : 'false'}
        tabindex=${this.#focus.drawn ? -1 : 0}
        @keydown=${this.#work.onKey}
        @click=${this.#work.onClick}
        @focusin=${this.#onFocus}
        @focusout=${this.#tip.hide}
        @pointerover=${this.#tip.onOver}
      >
        ${headOf(this.#host, columns, ticks ? this.#choosing.box() : nothing, this.#sorted(columns))}
        <div class="rows" role="rowgroup">
          ${keyed(
            indices,
            index => pages.id(index) ?? -1 - index,
            index => {
              const row = pages.row(index);
              if (!row) return boneRow(columns, index);
              const { id } = row;
              const stop = (this.#focus.id ?? pages.id(0)) === id ? this.#focus.column : null;
              const selected = this.selection.has(id);
              const state = { index, selected, open: id === this.opened, mark: pages.marks.get(id), stop };
              return rowOf(this.#host, columns, row, state, now);
            },
            true,
          )}
        </div>
      </div>
      ${
        renews
          ? html`<button class="button fresh number" part="fresh" type="button" @click=${this.#onFresh}>
              ${fresh.size > 0 ? say('conversations.fresh', { count: fresh.size }) : say('conversations.renew')}
            </button>`
          : nothing
      }
      ${error ? html`<div class="further">${failureNotice(this.#host, error, () => this.source.again())}</div>` : nothing}
      ${
        this.selection.empty
          ? nothing
          : selectionBar(this.#host, {
              selection: this.selection,
              total: this.count,
              actions,
              onAll: this.#choosing.all,
              onClear: this.#choosing.clear,
            })
      }
      ${this.#tip.render()}
    </div>`;
  }

  #sorted(columns: readonly Column[]): Column | null {
    const column = ({ waiting: 'status', recent: 'last', name: 'who' } as const)[this.source.sort];
    return columns.includes(column) ? column : null;
  }

  #skeleton({ columns }: Shown): TemplateResult {
    return html`<div class="frame" role="status" aria-label=${this.#host.say('texting.loading')}>
      <div class="rows-scroller ${columns.join('-')}" aria-hidden="true">
        ${headOf(this.#host, columns, nothing, null)}
        ${Array.from({ length: bonesAtFirst }, (_, index) => boneRow(columns, index))}
      </div>
    </div>`;
  }

  get #focused(): boolean {
    return this.#host.shadowRoot?.activeElement?.closest('.rows-scroller') != null;
  }

  #onFocus = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    if (target.dataset.column) this.#focus.take(target);
    this.#tip.onOver(event);
  };

  #onFresh = (): void => {
    void this.source.settle().then(() => this.#focus.go(0));
  };

  #onEnter = (): void => void (this.#inside = true);
  #onLeave = (): void => {
    this.#inside = false;
    this.#tip.hide();
  };
}
