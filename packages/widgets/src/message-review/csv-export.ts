import type { ReactiveController } from 'lit';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';

const limit = 5_000;
const longestPauseMs = 30_000;

/**
 * What a filter shows as one CSV file, read page by page. After a break it goes on where it was; what came is kept by the
 * browser, not in the memory of the page.
 */
export class CsvExport implements ReactiveController {
  state: 'idle' | 'running' | 'done' = 'idle';
  /** Rows that came so far. */
  done = 0;
  /** Why it stands still. A break of the network or the session ends by itself. */
  error: KitError | null = null;
  /** Where the file is, once it is whole. */
  url: string | null = null;
  name = '';
  #host: KitElement;
  #parts: Blob[] = [];
  #after: number | null = null;
  #filter: ReviewFilter = {};
  #run = 0;
  #reading = false;
  #pauseMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop = () => {};

  constructor(host: KitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const stop = this.#host.onKit(this.#comeBack);
    addEventListener('online', this.#comeBack);
    this.#stop = () => {
      stop();
      removeEventListener('online', this.#comeBack);
    };
    this.#comeBack();
  }

  hostDisconnected(): void {
    this.#stop();
    clearTimeout(this.#timer);
  }

  start(filter: ReviewFilter, name: string): void {
    this.reset();
    this.state = 'running';
    this.#filter = filter;
    this.name = name;
    void this.#read();
  }

  /** Goes on after a failure. */
  again(): void {
    this.error = null;
    void this.#read();
  }

  /** Stops, or lets go of the file. */
  reset(): void {
    this.#run += 1;
    clearTimeout(this.#timer);
    if (this.url) URL.revokeObjectURL(this.url);
    Object.assign(this, { state: 'idle', done: 0, error: null, url: null });
    this.#parts = [];
    this.#after = null;
    this.#reading = false;
    this.#host.requestUpdate();
  }

  async #read(): Promise<void> {
    const run = this.#run;
    if (this.#reading) return;
    this.#reading = true;
    this.#host.requestUpdate();
    try {
      for (;;) {
        const { kit, isConnected } = this.#host;
        if (!kit || !isConnected) return;
        const input = { filter: this.#filter, after: this.#after, limit, locale: this.#host.locale };
        const { csv, next, count } = await kit.ask(api => api.review.exportPage.query(input));
        if (run !== this.#run) return;
        this.#take(csv, count);
        this.#after = next;
        if (next === null) break;
      }
      this.url = URL.createObjectURL(new Blob(this.#parts, { type: 'text/csv' }));
      this.#parts = [];
      this.state = 'done';
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLAnchorElement>('#export-file')?.click();
    } catch (thrown) {
      if (run === this.#run) this.#failed(thrown);
    } finally {
      if (run === this.#run) this.#reading = false;
      this.#host.requestUpdate();
    }
  }

  #take(csv: string, count: number): void {
    this.#parts.push(new Blob([csv]));
    this.done += count;
    this.error = null;
    this.#pauseMs = 0;
    this.#host.requestUpdate();
  }

  #failed(thrown: unknown): void {
    if (isAbort(thrown)) return;
    this.error = KitError.from(thrown);
    if (this.error.code !== 'network') return;
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2 || 2_000);
    this.#timer = setTimeout(this.#comeBack, this.#pauseMs);
  }

  #comeBack = (): void => {
    if (this.state !== 'running' || this.#reading) return;
    const { session } = this.#host.kit ?? {};
    const broken = !this.error || this.error.code === 'network' || this.error.code === 'session_expired';
    if (broken && session?.state === 'live') void this.#read();
  };
}
