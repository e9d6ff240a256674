import type { KitElement } from '../element.ts';
import type { Choosing } from './choosing.ts';
import type { GridFocus } from './grid-focus.ts';
import { gridDeed, type GridDeed } from './grid-keys.ts';
import type { Pages } from './pages.ts';
import type { RowWindow } from './row-window.ts';

type Parts = { pages: Pages; rows: RowWindow; focus: GridFocus; choosing: Choosing; open: (id: number) => void };

/** What keys and clicks do in the grid: go, tick, open. */
export class GridWork {
  /** Whether rows can be ticked. */
  ticks = false;
  #host: KitElement;
  #parts: Parts;

  constructor(host: KitElement, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const { pages, rows } = this.#parts;
    if (event.defaultPrevented || (event.target as Element).closest('.columns')) return;
    const deed = gridDeed(event, rows.page, getComputedStyle(this.#host).direction === 'rtl');
    if (!deed || pages.size === 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(deed);
  };

  readonly onClick = (event: MouseEvent): void => {
    const { choosing, open } = this.#parts;
    const target = event.target as HTMLElement;
    const id = Number(target.closest<HTMLElement>('.entry')?.dataset.id);
    if (!id) return;
    const box = target.closest('.tick')?.querySelector('input');
    if (box) {
      choosing.toggle(id, event.shiftKey);
      box.checked = choosing.selection.has(id);
    } else if (!target.closest('button, a') && getSelection()?.type !== 'Range') open(id);
  };

  #do(deed: GridDeed): void {
    const { pages, focus, choosing, open } = this.#parts;
    const { index } = focus;
    const id = pages.id(index);
    if (deed.to === 'column') focus.across(deed.by);
    else if (deed.to === 'edge') focus.across(deed.last ? 1 : -1, true);
    else if (deed.to === 'open' && id !== undefined) open(id);
    else if (deed.to === 'tick' && id !== undefined && this.ticks) choosing.toggle(id, deed.range);
    else if (deed.to === 'all' && this.ticks) choosing.all();
    else if (deed.to === 'row' || deed.to === 'end') {
      focus.go(deed.to === 'row' ? index + deed.by : deed.last ? pages.size - 1 : 0);
      if (deed.extends && this.ticks && id !== undefined && focus.id !== null) choosing.extend(id, focus.id);
    }
  }
}
