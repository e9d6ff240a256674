import type { ReactiveController } from 'lit';
import type { Api, Queue, Waiting } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { Query } from '../query.ts';

const page = 50;
/** More than this nobody looks through; the longest waiting are among them. */
const most = 500;

/** The replies that wait for this texter, the longest waiting first. What was dealt with is gone from here at once. */
export class ReplyList implements ReactiveController {
  readonly all: Query<Queue>;
  #gone = new Set<number>();
  #settled: readonly number[] = [];
  #read: Queue | undefined;

  constructor(host: KitElement) {
    host.addController(this);
    this.all = new Query(host, all);
  }

  hostConnected(): void {
    if (!this.all.value && !this.all.waiting) void this.all.run();
  }

  hostUpdate(): void {
    const { value } = this.all;
    if (value === this.#read) return;
    this.#read = value;
    for (const id of this.#settled) this.#gone.delete(id);
  }

  get rows(): readonly Waiting[] {
    return this.all.value?.waiting.filter(({ conversationId }) => !this.#gone.has(conversationId)) ?? [];
  }

  get count(): number {
    const { value } = this.all;
    if (!value) return 0;
    return Math.max(0, value.held.unreplied - (value.waiting.length - this.rows.length));
  }

  /** It was answered, closed or given away from here. */
  drop(conversationId: number): void {
    this.#gone.add(conversationId);
  }

  /** It waits after all. */
  comeBack(conversationId: number): void {
    this.#gone.delete(conversationId);
  }

  refresh(pending: ReadonlySet<number>): void {
    this.#settled = [...this.#gone].filter(id => !pending.has(id));
    void this.all.run();
  }
}

async function all(api: Api, signal: AbortSignal): Promise<Queue> {
  const found = new Map<number, Waiting>();
  for (let after: number | null = null; ;) {
    const part: Queue = await api.texting.queue.query({ kind: 'unreplied', after, limit: page }, { signal });
    for (const row of part.waiting) found.set(row.conversationId, row);
    after = part.next;
    if (after === null || found.size >= most) return { ...part, waiting: [...found.values()] };
  }
}
