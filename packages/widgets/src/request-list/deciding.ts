import type { Given, WaitingRequest } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { RequestErrorEvent } from '../request-events.ts';
import { requestKey } from '../request-key.ts';

/** What became of a request in this list. `count` is what the admin meant to give; 0 is a rejection. */
export type Decided = { readonly request: WaitingRequest; readonly count: number; readonly given: number };

/** The decisions that are made in one list: those under way, those made, and what went wrong, by request. */
export class Deciding {
  readonly made = new Map<number, Decided>();
  readonly waiting = new Set<number>();
  readonly errors = new Map<number, KitError>();
  /** Nothing could be given: the request waits on, and this is why. */
  readonly nothing = new Map<number, Given['why']>();
  /** The same decision, tried again after an error, keeps its key: it may have been made. */
  #keys = new Map<string, string>();
  #host: KitElement;
  #answered: () => Promise<void>;

  constructor(host: KitElement, answered: () => Promise<void>) {
    this.#host = host;
    this.#answered = answered;
    host.onKit(() => {
      if (host.kit?.session.state !== 'live') return;
      for (const [id, error] of this.errors) if (error.code === 'session_expired') this.errors.delete(id);
    });
  }

  /** Gives so many, or says no with 0. Resolves with whether it is decided; never rejects. */
  async decide(request: WaitingRequest, count: number): Promise<boolean> {
    const { kit } = this.#host;
    const { id: requestId } = request;
    if (!kit || this.waiting.has(requestId)) return false;
    this.waiting.add(requestId);
    this.errors.delete(requestId);
    this.nothing.delete(requestId);
    this.#host.requestUpdate();
    const decision = `${requestId} ${count}`;
    const key = this.#keys.get(decision) ?? requestKey();
    this.#keys.set(decision, key);
    try {
      const asked = { requestId, count, requestKey: key };
      const { given, why } = await kit.ask(api => api.requests.decide.mutate(asked));
      if (count > 0 && given === 0) this.nothing.set(requestId, why);
      else this.made.set(requestId, { request, count, given });
    } catch (thrown) {
      if (!isAbort(thrown)) {
        const error = KitError.from(thrown);
        this.errors.set(requestId, error);
        this.#host.dispatchEvent(new RequestErrorEvent(error));
      }
    } finally {
      this.waiting.delete(requestId);
      this.#host.requestUpdate();
    }
    await this.#answered();
    return this.made.has(requestId);
  }

  /** Takes what was decided off the list. */
  clear(): void {
    this.made.clear();
    this.#host.requestUpdate();
  }
}
