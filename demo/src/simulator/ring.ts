/** Keeps the newest `cap` items under their keys, forgets the oldest, and says how many it forgot. */
export class Ring<T> {
  readonly cap: number;
  forgotten = 0;
  readonly #items = new Map<string, T>();

  constructor(cap: number) {
    this.cap = cap;
  }

  get size(): number {
    return this.#items.size;
  }

  get(key: string): T | undefined {
    return this.#items.get(key);
  }

  has(key: string): boolean {
    return this.#items.has(key);
  }

  /** Adds the item as the newest, or makes one that is there the newest. */
  put(key: string, item: T): void {
    this.#items.delete(key);
    this.#items.set(key, item);
    if (this.#items.size <= this.cap) return;
    const [oldest] = this.#items.keys();
    this.#items.delete(oldest as string);
    this.forgotten++;
  }

  delete(key: string): boolean {
    return this.#items.delete(key);
  }

  clear(): void {
    this.#items.clear();
    this.forgotten = 0;
  }

  newestFirst(): T[] {
    return [...this.#items.values()].reverse();
  }
}
