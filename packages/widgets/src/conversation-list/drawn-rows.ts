import type { TemplateResult } from 'lit';
import type { ReviewRow } from '../contract.ts';

/** Rows as they were drawn. One of which nothing has changed gives the same template again, and its nodes are left alone. */
export class DrawnRows {
  #drawn = new WeakMap<ReviewRow, { of: readonly unknown[]; template: TemplateResult }>();
  #common: readonly unknown[] = [];

  /** What all rows are drawn of: the words, the columns, the time. */
  begin(...common: readonly unknown[]): void {
    if (same(common, this.#common)) return;
    this.#common = common;
    this.#drawn = new WeakMap();
  }

  /** The row, which is drawn of these too. */
  draw(row: ReviewRow, of: readonly unknown[], template: () => TemplateResult): TemplateResult {
    const known = this.#drawn.get(row);
    if (known && same(known.of, of)) return known.template;
    const drawn = { of, template: template() };
    this.#drawn.set(row, drawn);
    return drawn.template;
  }
}

const same = (some: readonly unknown[], others: readonly unknown[]) =>
  some.length === others.length && some.every((one, at) => one === others[at]);
