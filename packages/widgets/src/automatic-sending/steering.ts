import type { Api } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { SendingChangeEvent, SendingErrorEvent, type SendingDeed } from '../sending-events.ts';

type Host = KitElement & { campaignId: number };
type Call = (sending: Api['sending'], campaignId: number) => Promise<unknown>;

/** What a person does to the sending of a campaign, one deed at a time. */
export class Steering {
  busy: SendingDeed | null = null;
  error: KitError | null = null;
  #host: Host;
  #done: () => Promise<void>;
  #last: () => void = () => {};

  /** `done` asks how it stands now. */
  constructor(host: Host, done: () => Promise<void>) {
    this.#host = host;
    this.#done = done;
    host.onKit(() => {
      if (this.error?.code === 'session_expired' && host.kit?.session.state === 'live') this.error = null;
    });
  }

  /** Resolves with whether it is done, when what is shown knows of it; never rejects. */
  async do(deed: SendingDeed, call: Call): Promise<boolean> {
    const { kit, campaignId } = this.#host;
    if (!kit || this.busy) return false;
    this.#last = () => void this.do(deed, call);
    this.busy = deed;
    this.error = null;
    this.#host.requestUpdate();
    let done = false;
    try {
      await kit.ask(api => call(api.sending, campaignId));
      done = true;
      this.#host.dispatchEvent(new SendingChangeEvent(deed, campaignId));
    } catch (thrown) {
      if (!isAbort(thrown)) {
        this.error = KitError.from(thrown);
        this.#host.dispatchEvent(new SendingErrorEvent(deed, this.error));
      }
    }
    // A refusal, too, tells that something has changed.
    await this.#done();
    this.busy = null;
    this.#host.requestUpdate();
    return done;
  }

  again(): void {
    this.#last();
  }

  forget(): void {
    this.error = null;
  }
}
