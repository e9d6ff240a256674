import type { KitElement } from '../element.ts';
import type { Reach } from './reach.ts';

const everyMs = 10_000;

/** Tells the server that a person types, so that the assistant is silent; at most every 10 s, and failing is no matter. */
export class Typing {
  #host: KitElement;
  #reach: Reach;
  #told = new Map<number, number>();

  constructor(host: KitElement, reach: Reach) {
    this.#host = host;
    this.#reach = reach;
  }

  tell(conversationId: number): void {
    const now = performance.now();
    const last = this.#told.get(conversationId);
    if (last !== undefined && now - last < everyMs) return;
    this.#told.set(conversationId, now);
    this.#host.kit?.ask(api => api.texting.typing.mutate({ conversationId, ...this.#reach })).catch(() => {});
  }
}
