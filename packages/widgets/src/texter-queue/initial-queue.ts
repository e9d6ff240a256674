import type { ReactiveController } from 'lit';
import type { Queue, Waiting } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { Query } from '../query.ts';

const page = 20;
/** With so few left to send, the next page is asked for. */
const few = 8;

/**
 * The initial messages that a texter holds, as far as they are known: the one that is shown, those after it, and how far it
 * all is. What was sent is gone from here at once; what failed comes back with its reason.
 */
export class InitialQueue implements ReactiveController {
  readonly front: Query<Queue>;
  /** Why the next page did not come. */
  error: KitError | null = null;
  /** Sent since the element was there. */
  done = 0;
  #host: KitElement;
  #rows = new Map<number, Waiting>();
  /** Sent from here or dropped; the server may still have them in what it answers. */
  #gone = new Set<number>();
  /** Of these the server knew when it was last asked: what it answers of them holds. */
  #settled: readonly number[] = [];
  #skipped = new Set<number>();
  #failed = new Map<number, KitError>();
  #next: number | null = null;
  #read: Queue | undefined;
  #asking = false;
  #left = 0;
  #at: number | null = null;

  constructor(host: KitElement) {
    this.#host = host;
    host.addController(this);
    this.front = new Query(host, (api, signal) =>
      api.texting.queue.query({ kind: 'unsent', after: null, limit: page }, { signal }),
    );
  }

  hostConnected(): void {
    if (!this.front.value && !this.front.waiting) void this.front.run();
  }

  hostUpdate(): void {
    const { value } = this.front;
    if (!value) this.#read = undefined;
    if (!value || value === this.#read) return;
    this.#read = value;
    this.#rows.clear();
    for (const id of this.#settled) this.#gone.delete(id);
    const onTheWay = value.waiting.filter(({ conversationId }) => this.#gone.has(conversationId)).length;
    this.#left = value.held.unsent - onTheWay;
    this.#take(value);
  }

  /** The message that Enter would send, or that could be sent later. */
  get current(): Waiting | null {
    const shown = this.#at === null ? undefined : this.#rows.get(this.#at);
    if (shown && this.#isAhead(shown)) return shown;
    const rows = [...this.#rows.values()].filter(row => !this.#gone.has(row.conversationId));
    const next =
      rows.find(row => this.#failed.has(row.conversationId) && this.#isAhead(row)) ??
      rows.find(row => this.#isAhead(row)) ??
      (this.#next === null ? (rows.find(isOpen) ?? rows[0]) : undefined);
    this.#at = next?.conversationId ?? null;
    return next ?? null;
  }

  /** Why this one was not taken when it was sent. */
  failureOf(conversationId: number): KitError | null {
    return this.#failed.get(conversationId) ?? null;
  }

  /** So many that wait for their turn after all others. */
  get skipped(): number {
    return [...this.#skipped].filter(id => this.#rows.has(id) && !this.#gone.has(id)).length;
  }

  get left(): number {
    return Math.max(0, this.#left);
  }

  /** Another page is on its way, and nothing is there to be shown meanwhile. */
  get waiting(): boolean {
    return this.current === null && (this.#asking || this.#next !== null) && !this.error;
  }

  /** It was sent from here: the next one is shown. */
  send(conversationId: number): void {
    this.#leave(conversationId);
    this.#failed.delete(conversationId);
    this.#skipped.delete(conversationId);
    this.done += 1;
    this.#changed();
  }

  /** It is not this texter's business any more. */
  drop(conversationId: number): void {
    if (!this.#gone.has(conversationId)) this.#leave(conversationId);
    else this.done -= 1;
    this.#changed();
  }

  /** It was not taken: it is shown again with the reason, and nothing is sent before someone has looked. */
  comeBack(conversationId: number, error: KitError): void {
    this.#gone.delete(conversationId);
    this.#left += 1;
    this.done -= 1;
    this.#failed.set(conversationId, error);
    this.#at = this.#rows.has(conversationId) ? conversationId : null;
    this.#changed();
  }

  /** Puts it behind all others. */
  skip(conversationId: number): void {
    this.#skipped.delete(conversationId);
    this.#skipped.add(conversationId);
    const row = this.#rows.get(conversationId);
    if (row) {
      this.#rows.delete(conversationId);
      this.#rows.set(conversationId, row);
    }
    this.#at = null;
    this.#changed();
  }

  /** Asks anew for what is held; what is on its way to the server stays gone. */
  refresh(pending: ReadonlySet<number>): void {
    this.#settled = [...this.#gone].filter(id => !pending.has(id));
    void this.front.run();
  }

  /** Asks for the page that did not come. */
  more(): void {
    this.error = null;
    void this.#more();
  }

  #take({ waiting, next }: Queue): void {
    for (const row of waiting) this.#rows.set(row.conversationId, row);
    for (const id of this.#skipped) {
      const row = this.#rows.get(id);
      if (row) this.#rows.delete(id);
      if (row) this.#rows.set(id, row);
    }
    this.#next = next;
    void this.#more();
  }

  #leave(conversationId: number): void {
    this.#gone.add(conversationId);
    this.#left -= 1;
    if (this.#at === conversationId) this.#at = null;
  }

  #changed(): void {
    this.#host.requestUpdate();
    void this.#more();
  }

  #isAhead(row: Waiting): boolean {
    const { conversationId } = row;
    return isOpen(row) && !this.#gone.has(conversationId) && !this.#skipped.has(conversationId);
  }

  async #more(): Promise<void> {
    const { kit } = this.#host;
    const after = this.#next;
    const ahead = [...this.#rows.values()].filter(row => this.#isAhead(row)).length;
    if (!kit || after === null || this.#asking || this.error || ahead > few) return;
    const front = this.#read;
    this.#asking = true;
    try {
      const found = await kit.ask(api => api.texting.queue.query({ kind: 'unsent', after, limit: page }));
      this.#asking = false;
      if (front === this.#read) this.#take(found);
    } catch (thrown) {
      this.#asking = false;
      if (!isAbort(thrown)) this.error = KitError.from(thrown);
    }
    this.#host.requestUpdate();
  }
}

const isOpen = ({ hours }: Waiting): boolean => hours.open;
