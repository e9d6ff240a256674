import type { ReactiveController } from 'lit';
import type { Operation, Pushed } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { Query } from '../query.ts';

const page = 20;
type Host = KitElement & { campaignId: number };
type Page = { operations: Operation[]; next: number | null };

/** The history as far as it is shown: the newest page, the earlier ones that were asked for, and what moves meanwhile. */
export class OperationList implements ReactiveController {
  readonly newest: Query<Page>;
  /** Why an earlier page did not come. */
  error: KitError | null = null;
  /** An earlier page is on its way. */
  waiting = false;
  #host: Host;
  #known = new Map<number, Operation>();
  #next: number | null = null;
  #read: Page | undefined;
  /** Something may have happened that the answer under way does not know of. */
  #missed = false;
  #stopWatching: (() => void) | null = null;
  #stopKit = () => {};

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    this.newest = new Query(host, (api, signal) =>
      api.operations.list.query({ campaignId: host.campaignId || null, before: null, limit: page }, { signal }),
    );
  }

  /** Newest first. */
  get operations(): Operation[] {
    return [...this.#known.values()].sort((a, b) => b.id - a.id);
  }

  /** Whether there are earlier ones. */
  get more(): boolean {
    return this.#next !== null;
  }

  hostConnected(): void {
    this.#stopKit = this.#host.onKit(() => this.#begin());
    this.#begin();
  }

  hostDisconnected(): void {
    this.#stopKit();
    this.#stopWatching?.();
    this.#stopWatching = null;
  }

  hostUpdate(): void {
    const { value } = this.newest;
    if (!value || value === this.#read) return;
    const newest = Math.max(0, ...this.#known.keys());
    const gap = value.next !== null && value.operations.every(({ id }) => id > newest);
    if (gap) this.#known.clear();
    if (gap || !this.#read) this.#next = value.next;
    this.#read = value;
    for (const operation of value.operations) this.#known.set(operation.id, operation);
    if (this.#missed) void this.newest.run();
    this.#missed = false;
  }

  /** Forgets everything and asks anew, for another campaign. */
  restart(): void {
    this.#known.clear();
    this.#next = null;
    this.#read = undefined;
    this.error = null;
    this.newest.reset();
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#begin();
  }

  /** Takes in what became of one operation. */
  take(operation: Operation): void {
    this.#known.set(operation.id, operation);
    this.#host.requestUpdate();
  }

  /** Asks for the page before the earliest that is shown. Never rejects. */
  async earlier(): Promise<void> {
    const { kit, campaignId } = this.#host;
    const before = this.#next;
    if (!kit || before === null || this.waiting) return;
    this.waiting = true;
    this.error = null;
    this.#host.requestUpdate();
    try {
      const { operations, next } = await kit.ask(api =>
        api.operations.list.query({ campaignId: campaignId || null, before, limit: page }),
      );
      if (this.#host.campaignId !== campaignId) return;
      for (const operation of operations) this.#known.set(operation.id, operation);
      this.#next = next;
    } catch (thrown) {
      if (!isAbort(thrown)) this.error = KitError.from(thrown);
    } finally {
      this.waiting = false;
      this.#host.requestUpdate();
    }
  }

  #begin(): void {
    const { kit, isConnected } = this.#host;
    if (!kit || !isConnected) return;
    if (!this.newest.value && !this.newest.waiting && !this.newest.error) void this.newest.run();
    this.#stopWatching ??= kit.live.watch({
      campaignId: this.#host.campaignId || null,
      running: () => this.operations.filter(({ state }) => state === 'running').map(({ id }) => id),
      onPush: pushed => this.#onPush(pushed),
      onFresh: () => this.#onMissed(),
    });
  }

  #onMissed(): void {
    if (this.newest.waiting) this.#missed = true;
    else if (!this.newest.error) void this.newest.run();
  }

  #onPush(pushed: Pushed): void {
    if (pushed.type !== 'operation') return;
    const { campaignId } = this.#host;
    if (campaignId && pushed.operation.campaign?.id !== campaignId) return;
    if (this.#read) this.take(pushed.operation);
    else this.#onMissed();
  }
}
