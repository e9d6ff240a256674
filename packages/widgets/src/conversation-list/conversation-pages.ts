import type { ReactiveController } from 'lit';
import { writeFilter, type ReviewFilter, type ReviewSort } from '@campaign-kit/shared/review-filter';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { Query } from '../query.ts';
import { StreamListening } from '../stream-listening.ts';
import { before } from './before.ts';
import { Pages } from './pages.ts';
import type { ReviewNews, ReviewPage, ReviewRow } from '../contract.ts';

const limit = 80;
/** A page that is read again takes in more: what came in between must not part it from the next one. */
const mostAgain = 100;
/** As many ids as one call takes. */
const mostAsked = 200;
const atMostEveryMs = 1500;

type On = {
  /** Whether the list may be put in order anew by itself: nobody has a pointer or the focus in it. */
  idle: () => boolean;
  /** What is looked at, from and up to. */
  window: () => readonly [number, number];
  /** It begins anew, at its top. */
  restarted: () => void;
  /** Something became of these, or of any. */
  heard?: (ids: readonly number[] | null) => void;
};

/** The conversations of a filter, as far as somebody has looked at them, and how many they are; both stay true by themselves. */
export class ConversationPages implements ReactiveController {
  readonly first: Query<ReviewPage>;
  readonly count: Query<{ count: number }>;
  readonly pages = new Pages();
  filter: ReviewFilter = {};
  sort: ReviewSort = 'waiting';
  /** Why a further page did not come. */
  error: KitError | null = null;
  /** Conversations that match by now and would stand among those that are shown. */
  readonly fresh = new Set<number>();
  #host: KitElement;
  #on: On;
  #read: ReviewPage | undefined;
  /** The first page that was asked for last, until something may have changed since. */
  #coming: Promise<ReviewPage> | null = null;
  #anew = true;
  #loading = new Set<number>();
  #question = 0;
  #touched = new Set<number>();
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(host: KitElement, on: On) {
    this.#host = host;
    this.#on = on;
    host.addController(this);
    this.first = new Query(host, (api, signal) => {
      const { filter, sort } = this;
      return (this.#coming = api.review.list.query({ filter, sort, after: null, limit }, { signal }));
    });
    this.count = new Query(host, async (api, signal) => {
      const { filter } = this;
      // The first page often brings the count along.
      const known = (await this.#coming?.catch(() => null))?.count ?? null;
      return known === null ? api.review.count.query({ filter }, { signal }) : { count: known };
    });
    new StreamListening<ReviewNews>(host, 'review.watch', {
      push: news => {
        if (news.type === 'many') this.#lookAtAll();
        else this.look(news.ids);
        on.heard?.(news.type === 'many' ? null : news.ids);
      },
      missed: () => {
        if (this.#read) this.#lookAtAll();
        on.heard?.(null);
      },
      wanted: () => this.#read !== undefined,
    });
  }

  /** Asked for another filter or order, and not answered yet: what is shown is still the old. */
  get changing(): boolean {
    return this.#anew && this.#read !== undefined;
  }

  /** Whether the list is not any more what it would be if it were asked for now. */
  get renews(): boolean {
    return this.fresh.size > 0 || [...this.pages.marks.values()].includes('gone');
  }

  hostConnected(): void {
    if (!this.#read && !this.first.waiting) this.#ask();
  }

  hostDisconnected(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#loading.clear();
  }

  hostUpdate(): void {
    const { value, error, waiting } = this.first;
    // What was asked for is not what was answered last: that would be shown as if it were.
    if (this.#anew && error && !waiting && value) this.first.value = undefined;
    if (!value && this.#read) this.#forget();
    if (!value || value === this.#read) return;
    this.#read = value;
    if (this.#anew || this.pages.size === 0) this.#restart(value);
    else this.look(value.rows.map(({ id }) => id));
  }

  /** Asks for another filter or order; the same again is not asked. */
  show(filter: ReviewFilter, sort: ReviewSort): void {
    const other = writeFilter(filter) !== writeFilter(this.filter);
    if (!other && sort === this.sort) return;
    this.filter = filter;
    this.sort = sort;
    this.#question += 1;
    this.pages.marks.clear();
    this.fresh.clear();
    if (other) this.count.reset();
    if (this.#host.isConnected) this.#ask(other);
  }

  /** Puts the list in order anew, with all that is new. */
  async settle(): Promise<void> {
    this.#anew = true;
    this.#coming = null;
    const coming = this.first.run();
    void this.count.run();
    await coming;
  }

  /** Sees to it that these rows are there, or on their way. */
  need(from: number, to: number): void {
    const { pages } = this;
    if (!this.#read || this.#anew || this.error) return;
    pages.keep(from, to);
    for (let at = pages.pageAt(from); at <= pages.pageAt(Math.min(to, pages.size - 1)); at++) {
      if (!pages.held(at)) void this.#load(at, pages.cursor(at), page => pages.replace(at, page));
    }
    if (pages.more && to + limit / 2 > pages.size) this.#loadNext();
  }

  /** Tries again to get what did not come. */
  again(): void {
    this.error = null;
    this.#host.requestUpdate();
  }

  /** Something may have become of these: looks, a moment later, once for all. */
  look(ids: readonly number[]): void {
    for (const id of ids) this.#touched.add(id);
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      if (this.#host.kit?.session.state === 'live') void this.#look();
    }, atMostEveryMs);
  }

  /** Others may match by now than those that are shown: the first page is read again, and what is new in it looked at. */
  #lookAtAll(): void {
    this.look(this.#shown());
    if (!this.#anew && !this.first.waiting) void this.first.run();
  }

  #ask(counts = true): void {
    this.#anew = true;
    this.#coming = null;
    void this.first.run();
    if (counts) void this.count.run();
  }

  #restart(page: ReviewPage): void {
    this.#anew = false;
    this.error = null;
    this.#loading.clear();
    this.pages.restart(page, this.fresh);
    this.fresh.clear();
    this.#on.restarted();
  }

  /** Another user's, or none: what was shown is nothing to them. */
  #forget(): void {
    this.#read = undefined;
    this.#anew = true;
    this.#touched.clear();
  }

  #shown(): number[] {
    const [from, to] = this.#on.window();
    return this.pages.ids(from, to);
  }

  async #look(): Promise<void> {
    const { kit } = this.#host;
    const ids = [...this.#touched].slice(-mostAsked);
    this.#touched.clear();
    this.#coming = null;
    void this.count.run();
    if (!kit || ids.length === 0 || !this.#read) return;
    const { filter, sort } = this;
    const question = this.#question;
    try {
      const { rows } = await kit.ask(api => api.review.rows.query({ filter, ids }));
      if (question !== this.#question) return;
      const others = this.pages.update(ids, rows);
      const last = this.pages.row(this.pages.size - 1);
      const within = (row: ReviewRow) => !this.pages.more || !last || before(sort, row, last);
      for (const row of others.filter(within)) this.fresh.add(row.id);
      if (this.error?.code === 'network') this.error = null;
    } catch (thrown) {
      if (!isAbort(thrown)) for (const id of ids) this.#touched.add(id);
    }
    const moved = this.fresh.size > 0 || this.pages.marks.size > 0;
    if (moved && this.#on.idle()) void this.settle();
    this.#host.requestUpdate();
  }

  #loadNext(): void {
    const { next } = this.pages;
    void this.#load(-1, next, page => this.pages.next === next && this.pages.append(page));
  }

  async #load(at: number, after: string | null, take: (page: ReviewPage) => unknown): Promise<void> {
    const { kit } = this.#host;
    if (!kit || this.#loading.has(at)) return;
    this.#loading.add(at);
    const { filter, sort } = this;
    const question = this.#question;
    try {
      const page = await kit.ask(api =>
        api.review.list.query({ filter, sort, after, limit: at < 0 ? limit : mostAgain }),
      );
      if (question === this.#question && !this.#anew) take(page);
    } catch (thrown) {
      if (!isAbort(thrown)) this.error = KitError.from(thrown);
    } finally {
      this.#loading.delete(at);
      this.#host.requestUpdate();
    }
  }
}
