import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { defineElement } from './define-element.ts';
import type { Finding } from './diagnose/finding.ts';
import { CampaignKit } from './kit.ts';
import { mintFromUrl } from './mint-from-url.ts';
import { Provider } from './provider.ts';
import type { Mint, Session } from './session.ts';

/** Islands of one page ask the same host for the same user: providers of equal addresses share a session, and its mints. */
const sessions = new Map<string, Session>();

/**
 * Connects the elements inside it with the server. It draws nothing of its own.
 *
 * @summary The session and the connection that the elements inside it share.
 * @slot - The page, with the elements somewhere in it.
 */
export class CampaignKitElement extends LitElement {
  static readonly tag = 'campaign-kit';

  /** Defines the element; says so when the tag is taken. */
  static define(tag: string = this.tag, registry: CustomElementRegistry = customElements): void {
    defineElement(this, tag, registry);
  }

  /** Where the server is. */
  @property() endpoint = '';
  /** An address of the host's server that answers a POST with `{token, expiresAt}`. */
  @property({ attribute: 'session-url' }) sessionUrl = '';
  /** An IANA zone for times that are shown. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Gets the token in the host's own way; goes before `session-url`. */
  @property({ attribute: false }) fetchSession: Mint | null = null;

  #provider = new Provider(this);
  #kit: CampaignKit | null = null;
  #madeOf = '';
  #madeBy: Mint | null = null;

  /** The kit itself, once `endpoint` and a way to a session are known. */
  get kit(): CampaignKit | null {
    return this.#kit;
  }

  /** Looks for what is wrong with it, with what stands inside it and with its kit, and prints it as a table. */
  async diagnose(): Promise<Finding[]> {
    const { diagnosePage } = await import('./diagnose/diagnose-page.ts');
    return diagnosePage(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provider.announce();
    if (this.hasUpdated) this.#connect();
  }

  /** Moving in the page takes the element away and brings it back at once: only a real departure ends the session. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.#connect();
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #connect(): void {
    const madeOf = `${this.endpoint} ${this.sessionUrl}`;
    if (this.#kit && this.#madeOf === madeOf && this.#madeBy === this.fetchSession) {
      if (this.#kit.timeZone !== (this.timeZone || undefined))
        this.#kit.update({ timeZone: this.timeZone || undefined });
      return;
    }
    this.#leave();
    if (!this.isConnected || !this.endpoint || !(this.fetchSession ?? this.sessionUrl)) return;
    this.#madeOf = madeOf;
    this.#madeBy = this.fetchSession;
    const options = {
      endpoint: this.endpoint,
      fetchSession: this.fetchSession ?? mintFromUrl(this.sessionUrl),
      timeZone: this.timeZone || undefined,
    };
    const shared = this.fetchSession ? undefined : sessions.get(madeOf);
    this.#kit = new CampaignKit(options, shared?.share() ? shared : undefined);
    if (!this.fetchSession) sessions.set(madeOf, this.#kit.session);
    this.#provider.kit = this.#kit;
  }

  #leave(): void {
    this.#kit?.destroy();
    this.#kit = null;
  }

  static override styles = css`
    :host {
      display: contents;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-kit': CampaignKitElement;
  }
}
