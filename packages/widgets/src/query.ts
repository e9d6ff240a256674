import type { ReactiveController } from 'lit';
import type { Api } from './contract.ts';
import type { KitElement } from './element.ts';
import { KitError, isAbort } from './kit-error.ts';
import type { CampaignKit } from './kit.ts';

const longestPauseMs = 30_000;

/**
 * Keeps the answer of one call of the server. A newer call drops the older; the last answer stays while the next is under
 * way or fails, marked stale; what failed for want of a network or a session comes back by itself.
 */
export class Query<T> implements ReactiveController {
  value: T | undefined;
  error: KitError | null = null;
  /** A call is under way. */
  waiting = false;
  protected readonly host: KitElement;
  #call: (api: Api, signal: AbortSignal) => Promise<T> | null;
  #running: AbortController | null = null;
  #newest: Promise<void> = Promise.resolve();
  #stop = () => {};
  #pause = 0;
  /** Asked before there was a kit: asked again when it comes. */
  #unanswered = false;
  #kit: CampaignKit | null = null;
  #user = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: KitElement, call: (api: Api, signal: AbortSignal) => Promise<T> | null) {
    this.host = host;
    this.#call = call;
    host.addController(this);
  }

  /** Whether what is shown may be out of date: the last call for it failed. */
  get stale(): boolean {
    return this.value !== undefined && this.error !== null;
  }

  hostConnected(): void {
    const stop = this.host.onKit(this.#comeBack);
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
    this.#running?.abort();
    this.#running = null;
    this.waiting = false;
  }

  /** Asks anew. Resolves when the answer or the failure is shown, that of a newer call where it was dropped; never rejects. */
  run(): Promise<void> {
    return (this.#newest = this.#ask());
  }

  async #ask(): Promise<void> {
    const { kit } = this.host;
    this.#unanswered = !kit;
    if (!kit) return;
    this.#kit = kit;
    clearTimeout(this.#timer);
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.waiting = true;
    this.host.requestUpdate();
    try {
      const value = await kit.ask(
        api => this.#call(api, running.signal) ?? Promise.reject(new DOMException('', 'AbortError')),
      );
      if (this.#running !== running) return await this.#dropped();
      this.value = value;
      this.error = null;
      this.#user = kit.session.user;
      this.#pause = 0;
    } catch (thrown) {
      if (this.#running !== running) return this.#dropped();
      if (!isAbort(thrown)) this.#failed(KitError.from(thrown));
    }
    this.#running = null;
    this.waiting = false;
    this.host.requestUpdate();
  }

  #dropped = (): Promise<void> | undefined => (this.#running ? this.#newest : undefined);

  /** Forgets the answer, for another question. */
  reset(): void {
    this.#running?.abort();
    this.#running = null;
    this.value = undefined;
    this.error = null;
    this.waiting = false;
    this.host.requestUpdate();
  }

  #failed(error: KitError): void {
    this.error = error;
    if (error.code !== 'network') return;
    this.#pause = Math.min(longestPauseMs, this.#pause * 2 || 2000);
    this.#timer = setTimeout(this.#comeBack, this.#pause);
  }

  #comeBack = (): void => {
    const { kit } = this.host;
    // Another kit, or another user of it: nothing of the old one is shown.
    const same = kit === this.#kit && (!this.#user || kit?.session.user === this.#user);
    const other = kit !== null && this.#kit !== null && !same;
    if (other) this.reset();
    const { error } = this;
    const live = kit?.session.state === 'live';
    const back = other || this.#unanswered || error?.code === 'network' || (error?.code === 'session_expired' && live);
    if (back && !this.waiting) void this.run();
  };
}
