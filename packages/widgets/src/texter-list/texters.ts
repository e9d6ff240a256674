import type { ReactiveController } from 'lit';
import type { Api, ListedTexter } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { Listening } from '../listening.ts';
import { Query } from '../query.ts';

const page = 50;
const pauseMs = 200;
const atMostEveryMs = 1_500;
const everyMs = 60_000;

export type TextersShown = { texters: ListedTexter[]; more: boolean };

/** The texters whose names match, as far as somebody has looked at them; what they hold stays true by itself. */
export class Texters implements ReactiveController {
  readonly all: Query<TextersShown>;
  text = '';
  #wanted = page;
  #host: KitElement;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #every: ReturnType<typeof setInterval> | undefined;

  constructor(host: KitElement) {
    this.#host = host;
    this.all = new Query(host, (api, signal) => shown(api, signal, this.text.trim(), this.#wanted));
    new Listening(host, () =>
      this.all.value ? { campaignId: null, running: () => [], onPush: () => this.#again(atMostEveryMs) } : null,
    );
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onLook);
    this.#every = setInterval(this.#onLook, everyMs);
    void this.all.run();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onLook);
    clearInterval(this.#every);
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  search(text: string): void {
    this.text = text;
    this.#wanted = page;
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#again(pauseMs);
  }

  showMore(): void {
    this.#wanted += page;
    void this.all.run();
  }

  #again(pause: number): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      if (this.#host.kit?.session.state === 'live') void this.all.run();
    }, pause);
  }

  #onLook = (): void => {
    if (document.visibilityState === 'visible' && this.all.value) this.#again(0);
  };
}

async function shown(api: Api, signal: AbortSignal, text: string, wanted: number): Promise<TextersShown> {
  const texters: ListedTexter[] = [];
  for (let after: number | null = null; ;) {
    const part = await api.texters.list.query({ text, after, limit: page }, { signal });
    texters.push(...part.texters);
    after = part.next;
    if (after === null || texters.length >= wanted) return { texters, more: after !== null };
  }
}
