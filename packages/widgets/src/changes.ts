import type { Ask } from './api.ts';
import type { Pushed } from './contract.ts';
import type { Watcher } from './live.ts';
import type { Session } from './session.ts';

const askEveryMs = 2000;
/** A stream that says nothing for so long while something runs is not believed. */
const silenceMs = 4000;
const atOnceMs = 300;
const patienceMs = 3000;
const longestPauseMs = 30_000;
const lingerMs = 2000;

/**
 * One stream of changes for all elements of a kit: opened when the first watcher comes, closed when the last has left.
 * A proxy that holds streams back costs nothing but freshness: then running operations are asked for every 2 s.
 */
export class Changes {
  #endpoint: string;
  #session: Session;
  #ask: Ask;
  #watchers = new Set<Watcher>();
  #close: (() => void) | null = null;
  #streaming = false;
  #lastEventId: string | undefined;
  #failures = 0;
  #life = new AbortController();
  #timers = new Map<'ask' | 'open' | 'linger', ReturnType<typeof setTimeout>>();

  constructor(options: { endpoint: string; session: Session; ask: Ask }) {
    this.#endpoint = options.endpoint;
    this.#session = options.session;
    this.#ask = options.ask;
    const { signal } = this.#life;
    this.#session.addEventListener('change', this.#onSession, { signal });
    // An open stream keeps the host's page out of the browser's back/forward cache; a new token on return opens it again.
    addEventListener('pagehide', () => this.#rest(), { signal });
  }

  /** Starts to hear of changes; answers with the way to stop. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    this.#clear('linger');
    if (!this.#close) this.#open();
    // What it waits for may have ended before it could hear of it.
    else if (watcher.running().length > 0) this.#later('ask', atOnceMs, () => void this.#askForRunning());
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#later('linger', lingerMs, () => this.#rest());
    };
  }

  destroy(): void {
    this.#life.abort();
    this.#rest();
  }

  /** Without a session nothing is asked; with the next one it goes on from the last event that was heard. */
  #onSession = (): void => {
    if (this.#session.state !== 'live') this.#rest();
    else if (this.#watchers.size > 0 && !this.#close) this.#open();
  };

  #rest(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#close?.();
    this.#close = null;
    this.#streaming = false;
  }

  #open(): void {
    let left = false;
    let stop = () => {};
    this.#close = () => {
      left = true;
      stop();
    };
    this.#later('ask', patienceMs, () => void this.#askForRunning());
    import('./live-stream.ts').then(
      ({ openStream }) => {
        if (left) return;
        stop = openStream<Pushed>({
          endpoint: this.#endpoint,
          session: this.#session,
          path: 'operations.watch',
          input: { campaignId: null },
          lastEventId: this.#lastEventId,
          onPush: (pushed, id) => {
            this.#lastEventId = id;
            this.#later('ask', silenceMs, () => void this.#askForRunning());
            this.#tell(pushed);
          },
          onConnected: () => this.#onConnected(),
          onEnd: refused => {
            // Any call renews the token, or finds that the session is over.
            if (refused) this.#ask(api => api.sessions.current.query()).catch(() => {});
            this.#openAgain();
          },
        });
      },
      () => {
        if (!left) this.#openAgain();
      },
    );
  }

  #onConnected(): void {
    this.#streaming = true;
    this.#failures = 0;
    if (this.#lastEventId === undefined) for (const { onFresh } of this.#watchers) onFresh?.();
    void this.#askForRunning();
  }

  #openAgain(): void {
    this.#streaming = false;
    this.#failures += 1;
    this.#later('open', Math.min(longestPauseMs, 1000 * 2 ** this.#failures), () => this.#open());
    if (!this.#timers.has('ask')) this.#later('ask', askEveryMs, () => void this.#askForRunning());
  }

  async #askForRunning(): Promise<void> {
    this.#clear('ask');
    await this.#askOnce();
    const pause = this.#streaming ? silenceMs : askEveryMs;
    if (this.#close) this.#later('ask', pause, () => void this.#askForRunning());
  }

  async #askOnce(): Promise<void> {
    const ids = new Set([...this.#watchers].flatMap(watcher => watcher.running()));
    await Promise.all(
      [...ids].map(operationId =>
        this.#ask(api => api.operations.get.query({ operationId })).then(
          operation => this.#tell({ type: 'operation', operation }),
          () => {},
        ),
      ),
    );
  }

  #tell(pushed: Pushed): void {
    const campaignId = pushed.type === 'operation' ? (pushed.operation.campaign?.id ?? null) : pushed.campaignId;
    for (const watcher of [...this.#watchers]) {
      const concerns = watcher.campaignId === null || campaignId === null || watcher.campaignId === campaignId;
      if (concerns) watcher.onPush(pushed);
    }
  }

  #later(name: 'ask' | 'open' | 'linger', ms: number, act: () => void): void {
    this.#clear(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        act();
      }, ms),
    );
  }

  #clear(name: 'ask' | 'open' | 'linger'): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
