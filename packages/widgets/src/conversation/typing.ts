import type { KitElement } from '../element.ts';

const everyMs = 10_000;

/** Tells the server that a person types, so that the assistant is silent; at most every 10 s, and failing is no matter. */
export class Typing {
  #host: KitElement;
  #told = new Map<number, number>();

  constructor(host: KitElement) {
    this.#host = host;
  }

  tell(conversationId: number): void {
    const now = performance.now();
    const last = this.#told.get(conversationId);
    if (last !== undefined && now - last < everyMs) return;
    this.#told.set(conversationId, now);
    this.#host.kit?.ask(api => api.texting.typing.mutate({ conversationId })).catch(() => {});
  }
}
