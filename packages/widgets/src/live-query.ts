import type { Api } from './contract.ts';
import type { KitElement } from './element.ts';
import { Query } from './query.ts';
import { StreamListening, type StreamPath } from './stream-listening.ts';

const everyMs = 60_000;
const atMostEveryMs = 1000;

/**
 * A query that stays true while its element is on the page: asked again when the server says that its answer has changed,
 * and every minute that someone looks, because time changes it too.
 */
export class LiveQuery<T> extends Query<T> {
  #askedAt = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #every: ReturnType<typeof setInterval> | undefined;

  constructor(host: KitElement, watch: StreamPath, call: (api: Api, signal: AbortSignal) => Promise<T>) {
    super(host, call);
    // Whoever may not see the answer has nothing to listen to either.
    new StreamListening(host, watch, {
      push: () => this.#again(),
      missed: () => this.#again(),
      wanted: () => this.value !== undefined,
    });
  }

  override hostConnected(): void {
    super.hostConnected();
    document.addEventListener('visibilitychange', this.#onLook);
    this.#every = setInterval(this.#onLook, everyMs);
    void this.run();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    document.removeEventListener('visibilitychange', this.#onLook);
    clearInterval(this.#every);
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  override run(): Promise<void> {
    this.#askedAt = Date.now();
    return super.run();
  }

  #onLook = (): void => {
    if (document.visibilityState === 'visible' && this.value !== undefined) this.#again();
  };

  /** At most once a second, and never while the session is over: then nothing more is known anyway. */
  #again(): void {
    const pause = Math.max(0, this.#askedAt + atMostEveryMs - Date.now());
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      if (this.host.kit?.session.state === 'live') void this.run();
    }, pause);
  }
}
