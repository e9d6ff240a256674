import type { ReactiveController } from 'lit';
import type { Message, Thread } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { Query } from '../query.ts';
import type { Reach } from './reach.ts';

const mostRemembered = 30;

type On = { read: (thread: Thread) => void; lost: (conversationId: number, error: KitError) => void };

/** The conversation that is open: its newest messages, the earlier ones that were asked for, and who it is with. */
export class OpenThread implements ReactiveController {
  id: number | null = null;
  readonly newest: Query<Thread>;
  /** Why earlier messages did not come. */
  error: KitError | null = null;
  /** Earlier messages are on their way. */
  waiting = false;
  #host: KitElement;
  #on: On;
  #reach: Reach;
  #remembered = new Map<number, Thread>();
  #earlier: Message[] = [];
  #more: boolean | null = null;
  #read: Thread | undefined;
  #lost: KitError | null = null;

  constructor(host: KitElement, on: On, reach: Reach) {
    this.#host = host;
    this.#on = on;
    this.#reach = reach;
    host.addController(this);
    this.newest = new Query(host, (api, signal) =>
      this.id === null
        ? null
        : api.texting.thread.query({ conversationId: this.id, before: null, ...this.#reach }, { signal }),
    );
  }

  hostUpdate(): void {
    const { value, error } = this.newest;
    if (value && value !== this.#read && value.conversationId === this.id) {
      this.#remember(value);
      this.#on.read(value);
    }
    this.#read = value;
    const over = error && error !== this.#lost && (error.code === 'conflict' || error.code === 'not_found');
    this.#lost = error;
    if (over && this.id) this.#on.lost(this.id, error);
  }

  /** What is known of it; one that was looked at before is there at once. */
  get value(): Thread | undefined {
    const { value } = this.newest;
    if (value && value.conversationId === this.id) return value;
    return this.id === null ? undefined : this.#remembered.get(this.id);
  }

  /** Oldest first. */
  get messages(): readonly Message[] {
    const newest = this.value?.messages ?? [];
    const first = newest[0]?.id ?? Infinity;
    return [...this.#earlier.filter(({ id }) => id < first), ...newest];
  }

  /** Whether there are earlier ones. */
  get more(): boolean {
    return this.#more ?? this.value?.earlier ?? false;
  }

  open(id: number | null): void {
    if (id === this.id) return;
    this.id = id;
    this.#earlier = [];
    this.#more = null;
    this.error = null;
    this.waiting = false;
    this.newest.reset();
    if (id) void this.newest.run();
  }

  /** Asks for the messages before the earliest that is shown. Never rejects. */
  async showEarlier(): Promise<void> {
    const { kit } = this.#host;
    const { id: conversationId } = this;
    const before = this.messages[0]?.id;
    if (!kit || !conversationId || before === undefined || this.waiting) return;
    this.waiting = true;
    this.error = null;
    this.#host.requestUpdate();
    try {
      const part = await kit.ask(api => api.texting.thread.query({ conversationId, before, ...this.#reach }));
      if (this.id !== conversationId) return;
      this.#earlier = [...part.messages, ...this.#earlier];
      this.#more = part.earlier;
    } catch (thrown) {
      if (!isAbort(thrown)) this.error = KitError.from(thrown);
    } finally {
      this.waiting = false;
      this.#host.requestUpdate();
    }
  }

  /** Whoever uses the page next is not to see it. */
  forget(): void {
    this.#remembered.clear();
    this.open(null);
  }

  #remember(thread: Thread): void {
    this.#remembered.delete(thread.conversationId);
    this.#remembered.set(thread.conversationId, thread);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostRemembered && oldest !== undefined) this.#remembered.delete(oldest);
  }
}
