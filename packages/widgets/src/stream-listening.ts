import type { ReactiveController } from 'lit';
import type { KitElement } from './element.ts';
import type { CampaignKit } from './kit.ts';

const patienceMs = 4_000;
const askEveryMs = 5_000;
const longestPauseMs = 30_000;

type On<T> = {
  push: (pushed: T) => void;
  /** Something may have been missed: the stream is new, or there is none for now. */
  missed: () => void;
  /** Whether there is something to hear now; asked after every update. Without it there always is. */
  wanted?: () => boolean;
};

/** The streams that are about a reader's work. */
export type StreamPath = 'requests.watch' | 'requests.watchWaiting' | 'texting.watch' | 'review.watch';

/**
 * Keeps one of the server's streams open while its element is on the page and has a session, and goes on from the last
 * event that was heard. Where streams are blocked, `missed` is called every 5 s instead: freshness is lost, nothing else.
 */
export class StreamListening<T> implements ReactiveController {
  #host: KitElement;
  #path: StreamPath;
  #on: On<T>;
  #heardBy: CampaignKit | null = null;
  #close: (() => void) | null = null;
  #lastEventId: string | undefined;
  #failures = 0;
  #timers = new Map<'open' | 'ask', ReturnType<typeof setTimeout>>();
  #stopKit = () => {};

  constructor(host: KitElement, path: StreamPath, on: On<T>) {
    this.#host = host;
    this.#path = path;
    this.#on = on;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopKit = this.#host.onKit(() => this.#check());
    // An open stream keeps the host's page out of the browser's back/forward cache; a new token on return opens it again.
    addEventListener('pagehide', this.#leave);
    this.#check();
  }

  hostUpdated(): void {
    if (this.#on.wanted) this.#check();
  }

  hostDisconnected(): void {
    this.#stopKit();
    removeEventListener('pagehide', this.#leave);
    this.#leave();
  }

  #check(): void {
    const { kit, isConnected } = this.#host;
    const wanted = isConnected && kit?.session.state === 'live' && this.#on.wanted?.() !== false;
    if (kit !== this.#heardBy) this.#lastEventId = undefined;
    if (!wanted || kit !== this.#heardBy) this.#leave();
    if (!wanted || this.#close) return;
    this.#heardBy = kit;
    this.#open(kit);
  }

  #open(kit: CampaignKit): void {
    let left = false;
    let stop = () => {};
    this.#close = () => {
      left = true;
      stop();
    };
    this.#later('ask', patienceMs, this.#askAgain);
    const openAgain = () => !left && this.#openAgain(kit);
    import('./live-stream.ts').then(({ openStream }) => {
      if (left) return;
      stop = openStream<T>({
        endpoint: kit.endpoint,
        session: kit.session,
        path: this.#path,
        input: {},
        lastEventId: this.#lastEventId,
        onPush: (pushed, id) => {
          this.#lastEventId = id;
          this.#on.push(pushed);
        },
        onConnected: () => {
          this.#clear('ask');
          this.#failures = 0;
          this.#on.missed();
        },
        onEnd: refused => {
          // Any call renews the token, or finds that the session is over.
          if (refused) kit.ask(api => api.sessions.current.query()).catch(() => {});
          openAgain();
        },
      });
    }, openAgain);
  }

  #openAgain(kit: CampaignKit): void {
    this.#failures += 1;
    this.#later('open', Math.min(longestPauseMs, 1000 * 2 ** this.#failures), () => this.#open(kit));
    if (!this.#timers.has('ask')) this.#later('ask', askEveryMs, this.#askAgain);
  }

  #askAgain = (): void => {
    this.#on.missed();
    this.#later('ask', askEveryMs, this.#askAgain);
  };

  #leave = (): void => {
    this.#close?.();
    this.#close = null;
    this.#clear('open');
    this.#clear('ask');
  };

  #later(name: 'open' | 'ask', ms: number, act: () => void): void {
    this.#clear(name);
    const run = () => {
      this.#timers.delete(name);
      act();
    };
    this.#timers.set(name, setTimeout(run, ms));
  }

  #clear(name: 'open' | 'ask'): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
