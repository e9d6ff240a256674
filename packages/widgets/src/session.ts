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
 * One token in memory, renewed at 70 to 80 % of its life. However many calls need one, a single mint is in flight.
 * Fires `change` when the state changes and when a new token came.
 */
export class Session extends EventTarget {
  #mint: Mint;
  #clock: Clock;
  #minted: { token: string; until: number; renewAt: number } | null = null;
  #minting: Promise<string> | null = null;
  #cancelTimer = () => {};
  #failures = 0;
  #failure: KitError | null = null;
  #state: SessionState = 'starting';
  #user = '';
  #holders = 1;
  #life = new AbortController();
  #channel: string | undefined;
  #tabs: BroadcastChannel | null = null;

  constructor(mint: Mint, options: { channel?: string; clock?: Clock } = {}) {
    super();
    this.#mint = mint;
    this.#clock = options.clock ?? browserClock;
    this.#channel = options.channel;
    this.#hearTabs();
    const { signal } = this.#life;
    addEventListener('online', this.#onReturn, { signal });
    addEventListener('pageshow', this.#onReturn, { signal });
    document.addEventListener('visibilitychange', this.#onReturn, { signal });
    // An open channel keeps the host's page out of the browser's back/forward cache.
    addEventListener('pagehide', () => this.#tabs?.close(), { signal });
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The token as it is now, for a header; empty when there is none. */
  get current(): string {
    return this.#minted?.token ?? '';
  }

  /** Organization and user of the last token; empty before the first. */
  get user(): string {
    return this.#user;
  }

  /** A token that is still good, minted if need be. While expired, only time, a return or a reconnect asks the host again. */
  async token(): Promise<string> {
    if (this.#state === 'ended') throw ended();
    if (this.#state === 'expired' && this.#failure) throw this.#failure;
    if (this.#minted && this.#clock.now() < this.#minted.until) return this.#minted.token;
    return this.renew(this.#minted ? 'renew' : 'start');
  }

  /** A new token. `refused` is the one that the server did not take: when another call renewed it already, that one serves. */
  renew(reason: MintReason, refused?: string): Promise<string> {
    if (this.#over || (this.#state === 'ended' && reason !== 'reconnect')) return Promise.reject(ended());
    if (refused && this.#minted && this.#minted.token !== refused) return Promise.resolve(this.#minted.token);
    return (this.#minting ??= this.#renew(reason).finally(() => (this.#minting = null)));
  }

  /** The server did not take a token that had just been minted: another one would not help. */
  refuse(token: string, why: KitError): void {
    if (this.#minted?.token !== token) return;
    this.#minted = null;
    this.#fail(why, longestPauseMs);
  }

  /** Forgets the token here and in this user's other tabs; nothing is minted until someone reconnects. */
  logout(): void {
    this.#tabs?.postMessage(this.#user);
    this.#end();
  }

  /** Serves one more kit, and is over with the last; false when it serves nobody any more. */
  share(): boolean {
    if (this.#over || this.#state === 'ended') return false;
    this.#holders += 1;
    return true;
  }

  destroy(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    this.#cancelTimer();
    this.#life.abort();
    this.#tabs?.close();
    this.#minted = null;
  }

  get #over(): boolean {
    return this.#life.signal.aborted;
  }

  async #renew(reason: MintReason): Promise<string> {
    this.#cancelTimer();
    const refusedToken = reason === 'unauthorized' ? this.#minted : null;
    try {
      const { token, expiresAt } = await this.#mintInTime(reason);
      if (this.#over || (this.#state === 'ended' && reason !== 'reconnect')) throw ended();
      const now = this.#clock.now();
      const { user, lifeMs } = claimsOf(token);
      // Somebody else has logged in to the host: what stands on the page is not theirs to go on with.
      if (this.#user && user !== this.#user && reason !== 'reconnect') {
        this.#end();
        throw ended();
      }
      const life = Math.max(lifeMs || expiresAt - now, shortestLifeMs);
      const renewAt = now + life * (0.8 - this.#clock.random() * 0.1);
      this.#minted = { token, until: now + life, renewAt };
      this.#user = user;
      this.#failures = 0;
      this.#arm(renewAt - now);
      this.#become('live', true);
      return token;
    } catch (thrown) {
      if (this.#over) throw ended();
      if (refusedToken && this.#minted === refusedToken) this.#minted = null;
      const failure = failed(thrown);
      if (this.#state !== 'ended') this.#fail(failure, Math.min(longestPauseMs, 1000 * 2 ** this.#failures));
      throw failure;
    }
  }

  /** Asks again after the pause; what is still good stays good until then. */
  #fail(failure: KitError, pauseMs: number): void {
    this.#failures += 1;
    this.#failure = failure;
    this.#arm(pauseMs * (0.75 + this.#clock.random() * 0.5));
    const good = this.#minted && this.#clock.now() < this.#minted.until;
    if (!good && failure.code !== 'network') this.#become('expired');
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

  /** A page from the back/forward cache has heard of no log-out meanwhile: its token counts no more, whatever its age. */
  #onReturn = (event: Event): void => {
    let due = this.#failures > 0 || (this.#minted !== null && this.#clock.now() >= this.#minted.renewAt);
    if ((event as PageTransitionEvent).persisted) {
      this.#hearTabs();
      due = this.#state !== 'starting';
      this.#minted = null;
    }
    if (due && this.#state !== 'ended' && document.visibilityState === 'visible') this.renew('return').catch(() => {});
  };

  #hearTabs(): void {
    if (!this.#channel) return;
    try {
      this.#tabs = new BroadcastChannel(this.#channel);
      this.#tabs.onmessage = ({ data }) => {
        if (data === this.#user) this.#end();
      };
    } catch {
      // Where storage is blocked there are no other tabs to hear from.
    }
  }

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

/** What a token says of itself: whose it is, and its life in ms, by the server's clock alone. The browser's may be wrong. */
function claimsOf(token: string): { user: string; lifeMs: number } {
  try {
    const [, claims = ''] = token.split('.');
    const { org, sub, iat, exp } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as Claims;
    return { user: `${org} ${sub}`, lifeMs: (exp - iat) * 1000 };
  } catch {
    return { user: '', lifeMs: 0 };
  }
}

type Claims = { org: number; sub: string; iat: number; exp: number };

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
