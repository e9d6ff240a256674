import type { ReactiveController } from 'lit';
import type { KitElement } from '../element.ts';

/** Rows that are drawn beyond each edge, fewer while somebody leaps, and how many are scrolled by before it is drawn anew. */
const beyond = 8;
const beyondLeaps = 2;
const step = 4;

/** Which rows of a long list are drawn: those in view and some beyond. All rows are of one height, which is measured. */
export class RowWindow implements ReactiveController {
  from = 0;
  to = 40;
  #host: KitElement;
  #size = 0;
  #height = 40;
  #scroller: HTMLElement | null = null;
  #sizes: ResizeObserver | null = null;
  #measured = false;
  #first = 0;
  #beyond = beyond;

  constructor(host: KitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** How many rows there are. */
  set size(size: number) {
    this.#size = size;
    this.#look();
  }

  /** Rows that fit in at once. */
  get page(): number {
    return Math.max(1, Math.floor((this.#scroller?.clientHeight ?? 0) / this.#height) - 1);
  }

  get atTop(): boolean {
    return (this.#scroller?.scrollTop ?? 0) < this.#height / 2;
  }

  hostUpdated(): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.rows-scroller');
    if (scroller !== this.#scroller) this.#watch(scroller);
    // A moment later, and before it is painted: an update that asks for another one would be drawn twice over.
    if (!this.#measured) queueMicrotask(() => this.#measure());
    const body = scroller?.querySelector<HTMLElement>('.rows');
    body?.style.setProperty('padding-block-start', `${this.from * this.#height}px`);
    body?.style.setProperty('block-size', `${this.#size * this.#height}px`);
  }

  hostDisconnected(): void {
    this.#watch(null);
  }

  toTop(): void {
    this.#scroller?.scrollTo({ top: 0 });
    this.#look();
  }

  /** Brings a row into view, below the head. */
  reveal(index: number): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const head = this.#head;
    const [top, bottom] = [index * this.#height, (index + 1) * this.#height];
    // The bar of what is chosen lies over the lower edge.
    const bar = this.#host.renderRoot.querySelector<HTMLElement>('.chosen')?.offsetHeight ?? 0;
    const room = scroller.clientHeight - head - bar;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + room) scroller.scrollTop = bottom - room;
    this.#look();
  }

  /** Rows came or went above what is in view: it stays where it is on the screen. */
  shift(rows: number): void {
    if (this.#scroller) this.#scroller.scrollTop += rows * this.#height;
  }

  /** The first row in view. */
  get top(): number {
    return Math.max(0, Math.floor((this.#scroller?.scrollTop ?? 0) / this.#height));
  }

  get #head(): number {
    return this.#scroller?.querySelector<HTMLElement>('.columns')?.offsetHeight ?? 0;
  }

  #watch(scroller: HTMLElement | null): void {
    this.#sizes?.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#look);
    this.#scroller = scroller;
    this.#measured = false;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#look, { passive: true });
    this.#sizes = new ResizeObserver(() => this.#measure());
    this.#sizes.observe(scroller);
  }

  #measure(): void {
    const height = this.#scroller?.querySelector<HTMLElement>('.entry')?.offsetHeight ?? 0;
    this.#measured = height > 0;
    if (height > 0 && height !== this.#height) {
      const { top } = this;
      this.#height = height;
      if (this.#scroller) this.#scroller.scrollTop = top * height;
      this.#host.requestUpdate();
    }
    this.#look();
  }

  #look = (): void => {
    const scroller = this.#scroller;
    const rows = Math.ceil((scroller?.clientHeight ?? 800) / this.#height);
    const first = this.top - (this.top % step);
    if (first !== this.#first) this.#beyond = Math.abs(first - this.#first) > beyond ? beyondLeaps : beyond;
    this.#first = first;
    const from = Math.max(0, Math.min(first, this.#size) - this.#beyond);
    const to = Math.min(this.#size, first + rows + step + this.#beyond);
    if (from === this.from && to === this.to) return;
    this.from = from;
    this.to = to;
    this.#host.requestUpdate();
  };
}
