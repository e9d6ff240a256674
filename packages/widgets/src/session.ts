import { KitError, isNetworkFailure } from './kit-error.ts';

export type Minted = { token: string; expiresAt: number };
export type MintReason = 'start' | 'renew' | 'unauthorized' | 'return' | 'reconnect';
/** Gets a token from the host's server. The host knows who is logged in; the kit never sees a password or a cookie. */
export type Mint = (ask: { reason: MintReason; signal: AbortSignal }) => Promise<Minted>;

export type SessionState = 'starting' | 'live' | 'expired' | 'ended';

/** The clock as a port, so that a test owns it. Durations in ms; `after` answers with its cancel. */
export type Clock = { now: () => number; random: () => number; after: (ms: number, act: () => void) => () => void };

export const browserClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

const timeoutMs = 15_000;
const shortestLifeMs = 30_000;
const longestPauseMs = 60_000;

/**
 * One token in memory, renewed before it ends. However many calls need one, a single mint is in flight.
 * Fires `change` when the state changes and when a new token came.
 */
export class Session extends EventTarget {
  #mint: Mint;
  #clock: Clock;
  #minted: { token: string; until: number; renewAt: number } | null = null;
  #minting: Promise<string> | null = null;
  #cancelTimer = () => {};
  #failures = 0;
  #state: SessionState = 'starting';
  #life = new AbortController();
  #tabs: BroadcastChannel | null;

  constructor(mint: Mint, options: { channel?: string; clock?: Clock } = {}) {
    super();
    this.#mint = mint;
    this.#clock = options.clock ?? browserClock;
    this.#tabs = options.channel && 'BroadcastChannel' in globalThis ? new BroadcastChannel(options.channel) : null;
    this.#tabs?.addEventListener('message', event => {
      if (event.data === 'logout') this.#end();
    });
    const { signal } = this.#life;
    addEventListener('online', this.#onReturn, { signal });
    addEventListener('pageshow', this.#onReturn, { signal });
    document.addEventListener('visibilitychange', this.#onReturn, { signal });
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The token as it is now, for a header; empty when there is none. */
  get current(): string {
    return this.#minted?.token ?? '';
  }

  /** A token that is still good, minted if need be. */
  async token(): Promise<string> {
    if (this.#state === 'ended') throw ended();
    if (this.#minted && this.#clock.now() < this.#minted.until) return this.#minted.token;
    return this.renew(this.#minted ? 'renew' : 'start');
  }

  /** A new token. `refused` is the one that the server did not take: when another call renewed it already, that one serves. */
  renew(reason: MintReason, refused?: string): Promise<string> {
    if (this.#state === 'ended' && reason !== 'reconnect') return Promise.reject(ended());
    if (refused && this.#minted && this.#minted.token !== refused) return Promise.resolve(this.#minted.token);
    return (this.#minting ??= this.#renew(reason).finally(() => (this.#minting = null)));
  }

  /** Forgets the token here and in the host's other tabs; nothing is minted until someone reconnects. */
  logout(): void {
    this.#tabs?.postMessage('logout');
    this.#end();
  }

  destroy(): void {
    this.#cancelTimer();
    this.#life.abort();
    this.#tabs?.close();
    this.#minted = null;
  }

  async #renew(reason: MintReason): Promise<string> {
    this.#cancelTimer();
    const refusedToken = reason === 'unauthorized' ? this.#minted : null;
    try {
      const { token, expiresAt } = await this.#mintInTime(reason);
      if (this.#life.signal.aborted || (this.#state === 'ended' && reason !== 'reconnect')) throw ended();
      const now = this.#clock.now();
      const life = Math.max(expiresAt - now, shortestLifeMs);
      const renewAt = now + life * (0.8 - this.#clock.random() * 0.1);
      this.#minted = { token, until: now + life, renewAt };
      this.#failures = 0;
      this.#arm(renewAt - now);
      this.#become('live', true);
      return token;
    } catch (thrown) {
      if (this.#life.signal.aborted) throw ended();
      if (refusedToken && this.#minted === refusedToken) this.#minted = null;
      const failure = failed(thrown);
      this.#failures += 1;
      const pause = Math.min(longestPauseMs, 1000 * 2 ** (this.#failures - 1));
      this.#arm(pause * (0.75 + this.#clock.random() * 0.5));
      const good = this.#minted && this.#clock.now() < this.#minted.until;
      if (!good && failure.code !== 'network' && this.#state !== 'ended') this.#become('expired');
      throw failure;
    }
  }

  async #mintInTime(reason: MintReason): Promise<Minted> {
    const giveUp = new AbortController();
    const leave = () => giveUp.abort(ended());
    this.#life.signal.addEventListener('abort', leave);
    const cancel = this.#clock.after(timeoutMs, () =>
      giveUp.abort(new DOMException('No token in time.', 'TimeoutError')),
    );
    try {
      const late = new Promise<never>((_, reject) =>
        giveUp.signal.addEventListener('abort', () => reject(giveUp.signal.reason as Error)),
      );
      const minted = await Promise.race([this.#mint({ reason, signal: giveUp.signal }), late]);
      if (typeof minted?.token !== 'string' || !minted.token || typeof minted.expiresAt !== 'number') {
        throw new Error('The session needs a token and its expiresAt in ms.');
      }
      return minted;
    } finally {
      cancel();
      this.#life.signal.removeEventListener('abort', leave);
    }
  }

  #arm(ms: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(ms, () => {
      if (document.visibilityState === 'visible') this.renew('renew').catch(() => {});
    });
  }

  #onReturn = (): void => {
    if (this.#state === 'ended' || document.visibilityState !== 'visible') return;
    const due = this.#minted ? this.#clock.now() >= this.#minted.renewAt : this.#failures > 0;
    if (due || this.#failures > 0) this.renew('return').catch(() => {});
  };

  #end(): void {
    this.#cancelTimer();
    this.#minted = null;
    this.#become('ended');
  }

  #become(state: SessionState, renewed = false): void {
    if (this.#state === state && !renewed) return;
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

const ended = () =>
  new KitError({ code: 'session_expired', message: 'The session has ended.', reason: 'refusal.noSession' });

function failed(thrown: unknown): KitError {
  if (thrown instanceof KitError) return thrown;
  if (isNetworkFailure(thrown)) {
    return new KitError({ code: 'network', message: 'The network failed.', retryable: true }, { cause: thrown });
  }
  return new KitError(
    { code: 'session_expired', message: 'No session token came.', reason: 'refusal.noSession', retryable: true },
    { cause: thrown },
  );
}
