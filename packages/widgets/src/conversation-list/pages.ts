import type { ReviewPage, ReviewRow } from '../contract.ts';

/** The pages that are kept with their rows on each side of what is shown; of others only the ids stay. */
const spare = 8;
/** So many pages around are looked through for rows that have moved: two of one conversation are never near each other. */
const reach = 20;

/** What of an answer makes a page. */
type RowsAndNext = Pick<ReviewPage, 'rows' | 'next'>;

type Page = { after: string | null; ids: number[]; rows: Map<number, ReviewRow> | null };

/** What became of a row since it was put where it is: the person wrote, or it matches no more. */
export type Mark = 'reply' | 'gone';

/**
 * A list of any length of which a window is held: pages by their keyset cursors. Rows come at the end or are put in anew
 * as a page; a single change never moves a row, it marks it.
 */
export class Pages {
  readonly marks = new Map<number, Mark>();
  #pages: Page[] = [];
  #starts: number[] = [];
  #next: string | null = null;
  size = 0;

  /** Whether there are rows after the last one that is known. */
  get more(): boolean {
    return this.#next !== null;
  }

  /** The cursor of what comes next. */
  get next(): string | null {
    return this.#next;
  }

  /** Begins anew with this as the first page. A reply stays marked where it went; so do those that came new. */
  restart(page: RowsAndNext, fresh: ReadonlySet<number>): void {
    const replies = new Set([...this.marks].filter(([, mark]) => mark === 'reply').map(([id]) => id));
    this.#pages = [];
    this.marks.clear();
    this.#next = null;
    this.append(page);
    const shown = new Set(page.rows.map(({ id }) => id));
    for (const id of [...replies, ...fresh]) if (shown.has(id)) this.marks.set(id, 'reply');
  }

  /** Rows that moved down since they were read are not shown twice. */
  append({ rows, next }: RowsAndNext): void {
    const after = this.#next;
    this.#next = next;
    this.#add(this.#pages.length, after, rows);
  }

  /** Puts in a page whose rows were let go. What is on the page after it stays there. */
  replace(at: number, { rows, next }: RowsAndNext): void {
    const page = this.#pages[at];
    if (!page) return;
    const following = this.#pages[at + 1];
    const end = following ? rows.findIndex(({ id }) => id === following.ids[0]) : -1;
    this.#pages.splice(at, 1);
    // So much came in between that the pages no longer meet: what follows is read again.
    if (following && end < 0 && next !== null && next !== following.after) this.#pages.splice(at);
    if (!this.#pages[at]) this.#next = next;
    this.#add(at, page.after, end < 0 ? rows : rows.slice(0, end));
  }

  /** Takes in what became of these; those without a row match no more. Answers the rows that are not in here. */
  update(asked: readonly number[], rows: readonly ReviewRow[]): ReviewRow[] {
    const found = new Map(rows.map(row => [row.id, row]));
    const known = this.#known(new Set(asked));
    for (const id of known) {
      const row = found.get(id);
      if (row) this.#take(row);
      else this.marks.set(id, 'gone');
    }
    return rows.filter(({ id }) => !known.has(id));
  }

  row(index: number): ReviewRow | undefined {
    const at = this.pageAt(index);
    const page = this.#pages[at];
    const id = page?.ids[index - (this.#starts[at] as number)];
    return id === undefined ? undefined : page?.rows?.get(id);
  }

  id(index: number): number | undefined {
    const at = this.pageAt(index);
    return this.#pages[at]?.ids[index - (this.#starts[at] as number)];
  }

  /** Whether the page at this place has its rows, and the cursor to ask for them by. */
  held(at: number): boolean {
    return this.#pages[at]?.rows !== null;
  }

  cursor(at: number): string | null {
    return this.#pages[at]?.after ?? null;
  }

  find(id: number): ReviewRow | undefined {
    for (const { rows } of this.#pages) {
      const row = rows?.get(id);
      if (row) return row;
    }
    return undefined;
  }

  indexOf(id: number): number {
    for (const [at, { ids }] of this.#pages.entries()) {
      const place = ids.indexOf(id);
      if (place >= 0) return (this.#starts[at] as number) + place;
    }
    return -1;
  }

  ids(from: number, to: number): number[] {
    return this.#pages.flatMap(({ ids }, at) => {
      const start = this.#starts[at] as number;
      return ids.slice(Math.max(0, from - start), Math.max(0, to - start));
    });
  }

  /** The page that a row is on; the last one for what comes after all. */
  pageAt(index: number): number {
    let [low, high] = [0, this.#pages.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Lets go of rows that are far from these. */
  keep(from: number, to: number): void {
    const [first, last] = [this.pageAt(from) - spare, this.pageAt(to) + spare];
    for (const [at, page] of this.#pages.entries()) if (at < first || at > last) page.rows = null;
  }

  #add(at: number, after: string | null, rows: readonly ReviewRow[]): void {
    const near = new Set(this.#pages.slice(Math.max(0, at - reach), at + reach).flatMap(({ ids }) => ids));
    const fresh = rows.filter(({ id }) => !near.has(id));
    for (const { id } of fresh) if (this.marks.get(id) === 'gone') this.marks.delete(id);
    const page = { after, ids: fresh.map(({ id }) => id), rows: new Map(fresh.map(row => [row.id, row])) };
    this.#pages.splice(at, 0, page);
    this.size = 0;
    this.#starts = this.#pages.map(({ ids }) => {
      const start = this.size;
      this.size += ids.length;
      return start;
    });
  }

  /** Which of these are in the list, whether their rows are held or not. */
  #known(asked: ReadonlySet<number>): Set<number> {
    return new Set(this.#pages.flatMap(({ ids }) => ids.filter(id => asked.has(id))));
  }

  #take(row: ReviewRow): void {
    const held = this.#pages.find(({ rows }) => rows?.has(row.id))?.rows;
    const old = held?.get(row.id);
    held?.set(row.id, row);
    const wrote = old && row.lastMessage?.inbound === true && row.lastAt !== old.lastAt;
    if (wrote) this.marks.set(row.id, 'reply');
    else if (this.marks.get(row.id) === 'gone') this.marks.delete(row.id);
  }
}
