import { mostTicked, type ReviewFilter, type ReviewTarget } from '@campaign-kit/shared/review-filter';

/**
 * Which conversations are chosen: some that were ticked one by one, or all that match but some. It knows ids and no rows:
 * what is chosen may have been scrolled away long ago.
 */
export class Selection {
  /** All that match are chosen, but for those that were taken out again. */
  all = false;
  #ids = new Set<number>();
  #from: number | null = null;

  /** `total`: how many match; it is asked where all are chosen. */
  count(total: number): number {
    return this.all ? Math.max(0, total - this.#ids.size) : this.#ids.size;
  }

  get empty(): boolean {
    return !this.all && this.#ids.size === 0;
  }

  /** Those that were ticked, or null where all are chosen. */
  get ids(): readonly number[] | null {
    return this.all ? null : [...this.#ids];
  }

  has(id: number): boolean {
    return this.#ids.has(id) !== this.all;
  }

  /** Where the next range begins: what was ticked last. */
  get from(): number | null {
    return this.#from;
  }

  /** Ticks or unticks these; answers false, and does nothing, where that were more than can be told one by one. */
  put(ids: readonly number[], on: boolean): boolean {
    const next = new Set(this.#ids);
    for (const id of ids)
      if (on !== this.all) next.add(id);
      else next.delete(id);
    if (next.size > mostTicked) return false;
    this.#ids = next;
    this.#from = ids.at(-1) ?? this.#from;
    return true;
  }

  everything(): void {
    this.all = true;
    this.#ids.clear();
    this.#from = null;
  }

  clear(): void {
    this.all = false;
    this.#ids.clear();
    this.#from = null;
  }

  /** What an action is asked for; null where nothing is chosen. */
  target(filter: ReviewFilter): ReviewTarget | null {
    if (this.empty) return null;
    return this.all ? { filter, ids: null, except: [...this.#ids] } : { filter, ids: [...this.#ids], except: [] };
  }
}
