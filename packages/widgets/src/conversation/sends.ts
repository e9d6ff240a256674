import type { ReactiveController } from 'lit';
import type { Api } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { requestKey } from '../request-key.ts';
import type { Desk } from './desk.ts';
import type { Reach } from './reach.ts';
import type { Send } from './send.ts';

const mostInFlight = 3;
const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

type Outcome = { messageId: number } | { error: KitError };
type Entry = { readonly send: Send; inFlight: boolean; outcome: Outcome | null };
type On = { sent: (send: Send, messageId: number) => void; failed: (send: Send, error: KitError) => void };

/**
 * Texts on their way to the server: three at once, one a conversation, their outcomes told in the order they were sent.
 * Without a network or a session they wait, in their order, and go out under the same keys once it is back.
 */
export class Sends implements ReactiveController {
  /** Why those that wait do; null while the way is free. */
  held: 'network' | 'session' | null = null;
  #host: KitElement;
  #desk: Desk;
  #on: On;
  #reach: Reach;
  #entries: Entry[] = [];
  #pause = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopKit = () => {};

  constructor(host: KitElement, desk: Desk, on: On, reach: Reach) {
    this.#host = host;
    this.#desk = desk;
    this.#on = on;
    this.#reach = reach;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopKit = this.#host.onKit(() => this.#comeBack());
    addEventListener('online', this.#comeBack);
    this.#pump();
  }

  hostDisconnected(): void {
    this.#stopKit();
    removeEventListener('online', this.#comeBack);
    clearTimeout(this.#timer);
  }

  /** Takes over what was on its way before, when the desk has another owner. */
  restart(): void {
    this.#entries = this.#desk.sends.map(send => ({ send, inFlight: false, outcome: null }));
    this.held = null;
    this.#host.requestUpdate();
    this.#pump();
  }

  /** Those that the server has not taken yet, in their order. */
  get pending(): readonly Send[] {
    return this.#entries.map(({ send }) => send);
  }

  of(conversationId: number): readonly Send[] {
    return this.pending.filter(send => send.conversationId === conversationId);
  }

  add(what: Omit<Send, 'key' | 'at'>): void {
    const send = { ...what, key: requestKey(), at: Date.now() };
    this.#entries.push({ send, inFlight: false, outcome: null });
    this.#desk.keepSends(this.pending);
    this.#host.requestUpdate();
    this.#pump();
  }

  #pump(): void {
    if (this.held || !this.#host.kit || !this.#host.isConnected) return;
    for (const entry of this.#entries) {
      const flying = this.#entries.filter(({ inFlight }) => inFlight);
      if (flying.length >= mostInFlight) return;
      const free = !entry.inFlight && !entry.outcome && this.#isFirstOfConversation(entry);
      if (free) void this.#send(entry);
    }
  }

  #isFirstOfConversation({ send }: Entry): boolean {
    const first = this.#entries.find(other => !other.outcome && other.send.conversationId === send.conversationId);
    return first?.send.key === send.key;
  }

  async #send(entry: Entry): Promise<void> {
    entry.inFlight = true;
    try {
      const { messageId } = await this.#host.kit!.ask(api => call(api, entry.send, this.#reach));
      entry.outcome = { messageId };
      this.#pause = 0;
    } catch (thrown) {
      const error = KitError.from(thrown);
      const waits = isAbort(thrown) ? 'network' : whyItWaits(error);
      if (waits) this.#hold(waits);
      else entry.outcome = { error };
    }
    entry.inFlight = false;
    this.#tell();
    this.#pump();
  }

  /** In the order of sending: who looks at the last one knows that those before it are through. */
  #tell(): void {
    for (let first = this.#entries[0]; first?.outcome; first = this.#entries[0]) {
      const { send, outcome } = first;
      this.#entries.shift();
      if ('error' in outcome) this.#on.failed(send, outcome.error);
      else this.#on.sent(send, outcome.messageId);
    }
    this.#desk.keepSends(this.pending);
    this.#host.requestUpdate();
  }

  #hold(why: 'network' | 'session'): void {
    this.held = why;
    this.#pause = Math.min(longestPauseMs, this.#pause * 2 || firstPauseMs);
    clearTimeout(this.#timer);
    if (why === 'network') this.#timer = setTimeout(this.#comeBack, this.#pause);
  }

  #comeBack = (): void => {
    if (this.held === 'session' && this.#host.kit?.session.state !== 'live') return;
    this.held = null;
    this.#host.requestUpdate();
    this.#pump();
  };
}

const call = (api: Api, { kind, conversationId, text, key }: Send, reach: Reach): Promise<{ messageId: number }> =>
  kind === 'initial'
    ? api.texting.sendInitial.mutate({ conversationId, text, requestKey: key })
    : api.texting.sendReply.mutate({ conversationId, text, media: [], requestKey: key, ...reach });

/** A proxy that fails has no reason to give; nobody knows then whether the text was taken, and its key makes asking safe. */
function whyItWaits({ code, reason }: KitError): 'network' | 'session' | null {
  if (code === 'session_expired') return 'session';
  const away = code === 'network' || code === 'rate_limited' || (code === 'server' && reason === null);
  return away ? 'network' : null;
}
