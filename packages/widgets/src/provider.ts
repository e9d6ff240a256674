import { kitContext } from './kit-context.ts';
import type { CampaignKit } from './kit.ts';

type Callback = (kit: CampaignKit | null, unsubscribe?: () => void) => void;

/** Asks the nearest provider for its kit, by the context protocol of web components. */
export class KitRequest extends Event {
  readonly context = kitContext;
  readonly contextTarget: Element;
  readonly callback: Callback;
  readonly subscribe = true;
  constructor(element: Element, callback: Callback) {
    super('context-request', { bubbles: true, composed: true });
    this.contextTarget = element;
    this.callback = callback;
  }
}

/** Says that a provider is here, for elements that asked before and for providers around it that serve them now. */
class ProviderEvent extends Event {
  readonly context = kitContext;
  constructor() {
    super('context-provider', { bubbles: true, composed: true });
  }
}

/**
 * Gives a kit to the elements inside a host. It speaks the protocol of `@lit/context` at a quarter of the weight, so other
 * copies of the kit and hosts' own consumers are served too.
 */
export class Provider {
  #host: HTMLElement;
  #kit: CampaignKit | null;
  #served = new Map<Callback, { stop: () => void; element: Element }>();

  constructor(host: HTMLElement, kit: CampaignKit | null = null) {
    this.#host = host;
    this.#kit = kit;
    host.addEventListener('context-request', this.#onRequest as EventListener);
    host.addEventListener('context-provider', this.#onProvider as EventListener);
  }

  set kit(kit: CampaignKit | null) {
    this.#kit = kit;
    for (const [callback, { stop }] of this.#served) callback(kit, stop);
  }

  /** To be called when the host is in the page, and each time it comes back. */
  announce(): void {
    this.#host.dispatchEvent(new ProviderEvent());
  }

  /** Serves nobody from now on; whoever was served keeps what they have. */
  stop(): void {
    this.#host.removeEventListener('context-request', this.#onRequest as EventListener);
    this.#host.removeEventListener('context-provider', this.#onProvider as EventListener);
    this.#served.clear();
  }

  #onRequest = (event: KitRequest): void => {
    const element = event.contextTarget ?? (event.composedPath()[0] as Element);
    if (event.context !== kitContext || element === this.#host) return;
    event.stopPropagation();
    const { callback } = event;
    if (!event.subscribe) return callback(this.#kit);
    const stop = this.#served.get(callback)?.stop ?? (() => void this.#served.delete(callback));
    this.#served.set(callback, { stop, element });
    callback(this.#kit, stop);
  };

  /** A provider nearer to some of those served has come: they ask again, and it answers. */
  #onProvider = (event: ProviderEvent): void => {
    if (event.context !== kitContext || event.composedPath()[0] === this.#host) return;
    event.stopPropagation();
    for (const [callback, { element }] of [...this.#served]) element.dispatchEvent(new KitRequest(element, callback));
  };
}
