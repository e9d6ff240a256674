import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { WordKey, Words } from '@campaign-kit/shared/words/en';
import { first } from '@campaign-kit/shared/words/first';
import { loadWords } from '@campaign-kit/shared/words/load';
import { say, type Values } from '@campaign-kit/shared/words/say';
import { defineElement } from './define-element.ts';
import type { KitError } from './kit-error.ts';
import type { CampaignKit } from './kit.ts';
import { isRightToLeft, localeAt, nearest, watchLanguage } from './locale.ts';
import { KitRequest } from './provider.ts';

export type ElementState = 'loading' | 'ready' | 'empty' | 'error' | 'forbidden' | 'expired' | 'offline';

/** The element asks nobody before it has a kit; after this long without one it says so. */
const patienceMs = 3000;

/**
 * What every element of the kit is: it finds its kit, speaks the page's language, and shows its state to the host's CSS.
 *
 * @attr {'comfortable'} density - Controls of 44 px, for fingers; without it they are 32 px.
 * @attr {string} lang - The language of this element alone; without it the nearest `lang` of the page.
 * @fires ck-ready - What the element shows is there for the first time.
 * @fires ck-load-error - It could not be loaded at first; `error.retry()` tries again.
 * @fires ck-session-expired - The session ended and could not be renewed.
 * @cssState loading - It waits for the server.
 * @cssState ready - It shows what it is for.
 * @cssState error - It could not be loaded.
 * @cssState forbidden - The user may not see it; it says who may.
 * @cssState expired - The session is over; it offers to reconnect.
 * @cssState offline - There is no network; what it shows is what it knew.
 * @cssState rtl - It sets its own direction, because the page states none: right to left.
 * @cssState ltr - It sets its own direction: left to right.
 */
export abstract class KitElement extends LitElement {
  /** The tag that it is defined under, unless the host chooses another. */
  static readonly tag: string;
  /** The English that the element speaks; a page that says more than the first words gives all of them. */
  static readonly english: Words = first as Words;

  /** Defines the element, under another tag if the host wants one. Says so when the tag is taken. */
  static define(tag: string = this.tag, registry: CustomElementRegistry = customElements): void {
    defineElement(this as unknown as CustomElementConstructor & { tag: string }, tag, registry);
  }

  /** The kit that serves the element; without it, the one of the nearest `<campaign-kit>` or attached ancestor. */
  @property({ attribute: false }) set kit(kit: CampaignKit | null) {
    this.#own = kit;
    this.#serve();
  }
  get kit(): CampaignKit | null {
    return this.#own ?? this.#provided;
  }

  /**
   * No kit after a while: somebody forgot to put one around the element.
   * @internal
   */
  lost = false;

  #own: CampaignKit | null = null;
  #provided: CampaignKit | null = null;
  #served: CampaignKit | null = null;
  #unsubscribe: (() => void) | undefined;
  #stopLanguage = () => {};
  #patience: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();
  #internals = this.attachInternals();
  #words: Words = (this.constructor as typeof KitElement).english;
  #learning = false;
  #locale = 'en';
  #wanted = '';
  #state: ElementState | null = null;
  #saidReady = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('context-provider', this.#request);
    this.#stopLanguage = watchLanguage(this, () => this.#speak());
    this.#patience = setTimeout(() => this.#complain(), patienceMs);
    this.#request();
    this.#serve();
    this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('context-provider', this.#request);
    this.#stopLanguage();
    clearTimeout(this.#patience);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#provided = null;
    this.#unserve();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document) return super.createRenderRoot();
    this.adoptedCallback();
    return this.attachShadow({ mode: 'open' });
  }

  /** In another document, a frame or a window that was opened, its styles do not count: they are made anew there. */
  adoptedCallback(): void {
    void import('./adopt-styles.ts').then(({ adoptStyles }) => adoptStyles(this));
  }

  /** The language that the element speaks now; numbers and times follow it. */
  get locale(): string {
    return this.#locale;
  }

  /** The zone that times are shown in. */
  get timeZone(): string {
    return this.kit?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /**
   * A sentence in the reader's language.
   * @internal
   */
  say(key: WordKey, values?: Values): string {
    if (!(key in this.#words)) return this.#learn();
    return say(this.#words, this.#locale, key, values);
  }

  /**
   * Hears of a kit that came, went, or changed: a new token, another zone. Answers with the way to stop.
   * @internal
   */
  onKit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Shows the state to the host's CSS as `:state(…)`, and tells the host once when it is ready or could not load.
   * @internal
   */
  showState(state: ElementState, error?: KitError): void {
    if (state === this.#state) return;
    if (this.#state) this.#mark(this.#state, false);
    this.#state = state;
    this.#mark(state, true);
    if ((state === 'ready' || state === 'empty') && !this.#saidReady) {
      this.#saidReady = true;
      this.dispatchEvent(new Event('ck-ready'));
    } else if (error && !this.#saidReady) {
      this.dispatchEvent(new LoadErrorEvent(error));
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#state) this.showState('loading');
  }

  #request = (): void => {
    if (!this.isConnected) return;
    this.dispatchEvent(new KitRequest(this, this.#onProvided));
  };

  #onProvided = (kit: CampaignKit | null | undefined, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#provided = kit ?? null;
    this.#serve();
  };

  #serve(): void {
    const kit = this.isConnected ? this.kit : null;
    if (kit === this.#served) return;
    this.#unserve();
    this.#served = kit;
    kit?.addEventListener('change', this.#onKitChange);
    if (kit) this.lost = false;
    this.#onKitChange();
  }

  #unserve(): void {
    this.#served?.removeEventListener('change', this.#onKitChange);
    this.#served = null;
  }

  #onKitChange = (): void => {
    this.#speak();
    if (this.kit?.takeExpiry()) this.dispatchEvent(new SessionExpiredEvent());
    for (const listener of [...this.#listeners]) listener();
    this.requestUpdate();
  };

  #complain(): void {
    if (this.kit) return;
    this.lost = true;
    console.warn(`Campaign Kit: <${this.localName}> has no kit: put it in <campaign-kit endpoint="…">, or set .kit.`);
    this.requestUpdate();
  }

  /** A sentence that came with a page that did not bring its words: the rest of English is loaded, and said then. */
  #learn(): string {
    if (this.#learning) return '';
    this.#learning = true;
    void import('@campaign-kit/shared/words/en').then(({ en }) => {
      this.#words = { ...en, ...this.#words };
      this.requestUpdate();
    });
    return '';
  }

  #speak(): void {
    if (!this.isConnected) return;
    const own = this.getAttribute('lang') ?? this.kit?.locale;
    const wanted = own ?? localeAt(this);
    const writtenAs = own ? null : nearest(this, 'dir');
    const rightToLeft = isRightToLeft(wanted);
    this.#mark('rtl', writtenAs === null && rightToLeft);
    this.#mark('ltr', own !== undefined && !rightToLeft);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    void loadWords(wanted).then(spoken => {
      if (this.#wanted !== wanted) return;
      this.#words = spoken.words ?? (this.constructor as typeof KitElement).english;
      this.#locale = spoken.locale;
      this.requestUpdate();
    });
  }

  /** Browsers before 125 take only names with two dashes; there the state is not shown, and nothing else is lost. */
  #mark(state: string, on: boolean): void {
    try {
      if (on) this.#internals.states.add(state);
      else this.#internals.states.delete(state);
    } catch {
      // Only a look is lost.
    }
  }
}

/** The first load failed. Does not bubble. */
export class LoadErrorEvent extends Event {
  readonly error: KitError;
  constructor(error: KitError) {
    super('ck-load-error');
    this.error = error;
  }
}

/**
 * The session could not be renewed: dispatched once a kit, by the first of its elements, and bubbles. The host may log
 * the user in again; the elements offer to reconnect.
 */
export class SessionExpiredEvent extends Event {
  constructor() {
    super('ck-session-expired', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ck-ready': Event;
    'ck-load-error': LoadErrorEvent;
    'ck-session-expired': SessionExpiredEvent;
  }
}
