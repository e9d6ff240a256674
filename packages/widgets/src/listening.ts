import type { ReactiveController } from 'lit';
import type { KitElement } from './element.ts';
import type { CampaignKit } from './kit.ts';
import type { Watcher } from './live.ts';

/** Keeps an element listening while there is something to hear, whatever becomes of its kit or its place in the page. */
export class Listening implements ReactiveController {
  #host: KitElement;
  #wanted: () => Watcher | null;
  #kit: CampaignKit | null = null;
  #campaignId: number | null = null;
  #stop: (() => void) | null = null;
  #stopKit = () => {};

  /** `wanted` is asked after every update; null stops the listening. */
  constructor(host: KitElement, wanted: () => Watcher | null) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopKit = this.#host.onKit(() => this.#check());
    this.#check();
  }

  hostUpdated(): void {
    this.#check();
  }

  hostDisconnected(): void {
    this.#stopKit();
    this.#leave();
  }

  #check(): void {
    const { kit, isConnected } = this.#host;
    const watcher = kit && isConnected ? this.#wanted() : null;
    if (!watcher || kit !== this.#kit || watcher.campaignId !== this.#campaignId) this.#leave();
    if (!watcher || !kit || this.#stop) return;
    this.#kit = kit;
    this.#campaignId = watcher.campaignId;
    this.#stop = kit.live.watch(watcher);
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = null;
    this.#kit = null;
  }
}
