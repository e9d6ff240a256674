import { createAsk, type Ask } from './api.ts';
import { createClient } from './client.ts';
import type { Current } from './contract.ts';
import { KitError } from './kit-error.ts';
import type { How } from './diagnose/diagnose-kit.ts';
import type { Finding } from './diagnose/finding.ts';
import { Live } from './live.ts';
import { Provider } from './provider.ts';
import { Session, type Mint } from './session.ts';

export type KitOptions = {
  /** Where the server is, without a slash at the end. */
  endpoint: string;
  /** Asks the host's server for a token: `POST /v1/embed-sessions` with its secret key, and the answer as it is. */
  fetchSession: Mint;
  /** A BCP 47 tag; without it, the nearest `lang` of each element. */
  locale?: string | undefined;
  /** An IANA zone for times that are shown; without it, the organization's. */
  timeZone?: string | undefined;
  onError?: ((error: KitError) => void) | undefined;
};

/** What elements share: one session, one client, one stream. Fires `change` when any of what it shows changed. */
export class CampaignKit extends EventTarget {
  readonly endpoint: string;
  readonly session: Session;
  readonly ask: Ask;
  readonly live: Live;
  /** Settled once the server has said who this is; refused with a `KitError`. */
  readonly ready: Promise<void>;
  #options: KitOptions;
  #current: Current | null = null;
  #loading = false;
  #user = '';
  #toldExpired = false;
  #destroyed = false;
  #providers = new Map<HTMLElement, Provider>();

  /** `session`: one that another kit of the same endpoint has already. */
  constructor(options: KitOptions, session?: Session) {
    super();
    this.#options = options;
    this.endpoint = options.endpoint.replace(/\/+$/, '');
    this.session = session ?? new Session(options.fetchSession, { channel: `campaign-kit ${this.endpoint}` });
    this.session.addEventListener('change', this.#onSession);
    this.ask = createAsk(this.endpoint, this.session, error => this.#options.onError?.(error));
    this.live = new Live({ endpoint: this.endpoint, session: this.session, ask: this.ask });
    this.ready = this.#load();
    this.ready.catch(() => {});
  }

  /** Who uses the kit and what they may do; null until the server has said so. */
  get current(): Current | null {
    return this.#current;
  }

  get locale(): string | undefined {
    return this.#options.locale;
  }

  get timeZone(): string | undefined {
    return this.#options.timeZone ?? this.#current?.organization.timeZone;
  }

  /** Serves this element, or everything inside it. Answers with the way to stop. */
  attach(element: HTMLElement): () => void {
    if ('kit' in element || isNotYetDefined(element)) {
      const served = element as HTMLElement & { kit?: CampaignKit | null };
      served.kit = this;
      return () => {
        if (served.kit === this) served.kit = null;
      };
    }
    let provider = this.#providers.get(element);
    if (!provider) {
      provider = new Provider(element, this);
      this.#providers.set(element, provider);
      provider.announce();
    }
    return () => {
      this.#detach(element, provider);
    };
  }

  /** Changes what may change while elements are on the page. */
  update(options: Partial<Pick<KitOptions, 'locale' | 'timeZone' | 'onError'>>): void {
    this.#options = { ...this.#options, ...options };
    this.#changed();
  }

  /** Ends the session here, in this user's other tabs, and on the server; rejects where the server could not be told. */
  async logout(): Promise<void> {
    const { current } = this.session;
    // First here: what asks meanwhile is not to be refused by the server, and be given another token.
    this.session.logout();
    if (!current) return;
    try {
      await createClient(this.endpoint, () => current).sessions.logout.mutate();
    } catch (thrown) {
      const error = KitError.from(thrown, () => this.logout());
      if (error.code !== 'session_expired') throw error;
    }
  }

  /** Whether the session has expired and no element has told the host yet: the first that asks does, once an expiry. */
  takeExpiry(): boolean {
    const take = this.session.state === 'expired' && !this.#toldExpired;
    this.#toldExpired ||= take;
    return take;
  }

  /** Looks for what keeps the kit from working here, and prints it as a table: a sentence each, and the line to add. */
  async diagnose(how?: How): Promise<Finding[]> {
    const { diagnoseKit } = await import('./diagnose/diagnose-kit.ts');
    return diagnoseKit(this, this.#options.fetchSession, how);
  }

  /** Forgets the token and stops everything; elements stay as they are and ask nothing more. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.session.removeEventListener('change', this.#onSession);
    this.session.destroy();
    this.live.destroy();
    for (const [element, provider] of this.#providers) this.#detach(element, provider);
  }

  #detach(element: HTMLElement, provider: Provider): void {
    provider.stop();
    this.#providers.delete(element);
  }

  async #load(): Promise<void> {
    this.#loading = true;
    try {
      this.#current = await this.ask(api => api.sessions.current.query());
      this.#user = this.session.user;
      this.#changed();
    } finally {
      this.#loading = false;
    }
  }

  #onSession = (): void => {
    const { state, user } = this.session;
    if (state === 'live') {
      this.#toldExpired = false;
      if (this.#current && user !== this.#user) this.#current = null;
      if (!this.#current && !this.#loading) this.#load().catch(() => {});
    }
    this.#changed();
  };

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** An element of ours that is on the page before its code is; it takes the property over when it wakes up. */
const isNotYetDefined = (element: HTMLElement) =>
  element.localName.includes('-') && !customElements.get(element.localName);

/** Makes a kit for elements of this page. */
export const createCampaignKit = (options: KitOptions): CampaignKit => new CampaignKit(options);
