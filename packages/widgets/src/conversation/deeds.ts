import type { Api } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import type { Reach } from './reach.ts';

export type Change = Parameters<Api['texting']['change']['mutate']>[0]['change'];

/** What is done to a conversation besides answering it, one after the other; the last failure stays until the next deed. */
export class Deeds {
  error: { conversationId: number; error: KitError } | null = null;
  #host: KitElement;
  #reach: Reach;
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: KitElement, reach: Reach) {
    this.#host = host;
    this.#reach = reach;
  }

  /** Resolves with why it could not be done; null when it was. */
  async do(conversationId: number, change: Change): Promise<KitError | null> {
    this.error = null;
    this.#host.requestUpdate();
    const before = this.#last;
    const done = before.then(() =>
      this.#host
        .kit!.ask(api => api.texting.change.mutate({ conversationId, change, ...this.#reach }))
        .then(
          () => null,
          (thrown: unknown) => (isAbort(thrown) ? null : KitError.from(thrown)),
        ),
    );
    this.#last = done;
    return done;
  }

  show(conversationId: number, error: KitError): void {
    this.error = { conversationId, error };
    this.#host.requestUpdate();
  }
}
