import type { Api, Offer, RequestKind } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { RequestErrorEvent, RequestSuccessEvent } from '../request-events.ts';
import { requestKey } from '../request-key.ts';
import { kinds } from './kinds.ts';

/** How a request ended: at once, or by an admin's decision. */
export type Outcome = {
  readonly kind: RequestKind;
  readonly asked: number;
  readonly given: number;
  readonly why: Offer['unsent']['why'];
  readonly by: 'pool' | 'admin' | 'rejection';
};

/** One texter's request from its button to its end. Pressed again after a failed network it carries the same key. */
export class Asking {
  /** The button was pressed and the server has not answered yet. */
  waiting = false;
  error: KitError | null = null;
  outcome: Outcome | null = null;
  #host: KitElement;
  #answered: () => Promise<void>;
  #last: () => Promise<void> = () => Promise.resolve();
  #key = { of: '', value: '' };
  /** The request that an admin is to decide about, as far as this page knows of it. */
  #waitsFor: number | null = null;

  /** `answered` asks what is offered and held now. */
  constructor(host: KitElement, answered: () => Promise<void>) {
    this.#host = host;
    this.#answered = answered;
    host.onKit(() => {
      if (this.error?.code === 'session_expired' && host.kit?.session.state === 'live') this.error = null;
    });
  }

  /** Asks for so many. Never rejects. */
  async ask(kind: RequestKind, count: number): Promise<void> {
    const of = `${kind} ${count}`;
    if (this.#key.of !== of) this.#key = { of, value: requestKey() };
    const { value } = this.#key;
    await this.#do(async api => {
      const { given, why, waiting, requestId } = await api.requests.ask.mutate({ kind, count, requestKey: value });
      this.#key = { of: '', value: '' };
      if (waiting) this.#waitsFor = requestId;
      else this.#end({ kind, asked: count, given, why, by: 'pool' });
    });
  }

  /** Takes back the request that waits. Never rejects. */
  async withdraw(requestId: number): Promise<void> {
    await this.#do(async api => {
      await api.requests.withdraw.mutate({ requestId });
      this.#waitsFor = null;
    });
  }

  /** Sees in what is offered now whether an admin has decided meanwhile. */
  follow({ waiting, decided }: Offer): void {
    if (waiting) this.#waitsFor = waiting.id;
    if (waiting || this.#waitsFor === null) return;
    const known = decided?.id === this.#waitsFor;
    this.#waitsFor = null;
    if (!known) return;
    const { kind, asked, given, state } = decided;
    this.#end({ kind, asked, given, why: null, by: state === 'approved' ? 'admin' : 'rejection' });
  }

  /** Back to the form. */
  forget(): void {
    this.outcome = null;
    this.error = null;
    this.#host.requestUpdate();
  }

  #end(outcome: Outcome): void {
    this.outcome = outcome;
    const { kind, given } = outcome;
    if (given > 0) this.#host.dispatchEvent(new RequestSuccessEvent(kinds[kind].mode, given));
  }

  /** Does once more what has failed, as the same request. Never rejects. */
  again(): Promise<void> {
    return this.#last();
  }

  async #do(call: (api: Api) => Promise<void>): Promise<void> {
    const { kit } = this.#host;
    if (!kit || this.waiting) return;
    this.#last = () => this.#do(call);
    this.waiting = true;
    this.error = null;
    this.#host.requestUpdate();
    try {
      await kit.ask(call);
      await this.#answered();
    } catch (thrown) {
      if (!isAbort(thrown)) {
        this.error = KitError.from(thrown);
        this.#host.dispatchEvent(new RequestErrorEvent(this.error));
      }
      void this.#answered();
    } finally {
      this.waiting = false;
      this.#host.requestUpdate();
    }
  }
}
