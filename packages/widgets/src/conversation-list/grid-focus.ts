import type { ReactiveController } from 'lit';
import type { KitElement } from '../element.ts';
import type { Column } from './cells.ts';
import type { Pages } from './pages.ts';
import type { RowWindow } from './row-window.ts';

type Stop = Column | 'tick';

/**
 * Where in the grid the focus is, or would be: one stop for Tab. When its row is scrolled away the grid itself holds the
 * focus, and the next key goes on from there.
 */
export class GridFocus implements ReactiveController {
  /** The conversation that Tab comes to; null before anybody was here: the first one. */
  id: number | null = null;
  column: Stop = 'who';
  #host: KitElement;
  #pages: Pages;
  #rows: RowWindow;
  #wanted = false;
  #held = false;

  constructor(host: KitElement, pages: Pages, rows: RowWindow) {
    this.#host = host;
    this.#pages = pages;
    this.#rows = rows;
    host.addController(this);
  }

  /** Where the focus is, as a row. */
  get index(): number {
    return this.id === null ? 0 : Math.max(0, this.#pages.indexOf(this.id));
  }

  /** Whether the row is drawn, and takes the focus itself. */
  get drawn(): boolean {
    const { index } = this;
    return index >= this.#rows.from && index < this.#rows.to && this.#pages.row(index) !== undefined;
  }

  hostUpdate(): void {
    this.#held = this.#host.shadowRoot?.activeElement?.closest('.entry') != null;
  }

  hostUpdated(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    if (this.#held && !focused) this.#grid?.focus({ preventScroll: true });
    if (!this.#wanted) return;
    const cell = this.#cell;
    if (!cell) return;
    this.#wanted = false;
    cell.focus({ preventScroll: true });
  }

  /** Goes to a row, and puts the focus there once it is drawn. */
  go(index: number, column: Stop = this.column): void {
    const at = Math.max(0, Math.min(this.#pages.size - 1, index));
    this.id = this.#pages.id(at) ?? null;
    this.column = column;
    this.#wanted = true;
    this.#rows.reveal(at);
    this.#host.requestUpdate();
  }

  /** Goes across a row: to the next cell that can be seen, or to the last one. */
  across(by: -1 | 1, toEdge = false): void {
    const stops = [...(this.#row?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].filter(one =>
      one.checkVisibility(),
    );
    const at = stops.findIndex(({ dataset }) => dataset.column === this.column);
    const next = toEdge ? stops.at(by === 1 ? -1 : 0) : stops[at + by];
    if (next) this.go(this.index, next.dataset.column as Stop);
  }

  /** The pointer or a reader came to a cell by itself. */
  take(cell: HTMLElement): void {
    const id = Number(cell.closest<HTMLElement>('.entry')?.dataset.id);
    const { column } = cell.dataset;
    if (!id || !column || (id === this.id && column === this.column)) return;
    this.id = id;
    this.column = column as Stop;
    this.#host.requestUpdate();
  }

  get #grid(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.rows-scroller');
  }
  get #row(): HTMLElement | null {
    return this.#grid?.querySelector(`[data-index='${this.index}']`) ?? null;
  }
  get #cell(): HTMLElement | null {
    return this.#row?.querySelector(`[data-column='${this.column}']`) ?? null;
  }
}
