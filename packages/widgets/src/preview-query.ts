import type { Api, Preview } from './contract.ts';
import type { KitElement } from './element.ts';
import { Listening } from './listening.ts';
import { Query } from './query.ts';

const everyMs = 15_000;
const atMostEveryMs = 1000;

/** A preview that stays true while someone looks at it: counted again when the campaign changes, and every 15 s. */
export class PreviewQuery<T = Preview> extends Query<T> {
  #campaignId: number | null = null;
  #fresh = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #answered = 0;

  constructor(host: KitElement, call: (api: Api, signal: AbortSignal) => Promise<T> | null) {
    super(host, call);
    new Listening(host, () =>
      this.#fresh ? { campaignId: this.#campaignId, running: () => [], onPush: () => this.#onPush() } : null,
    );
  }

  override hostConnected(): void {
    super.hostConnected();
    if (this.#fresh) this.keepFresh(this.#campaignId);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#stop();
  }

  /** Whether what is shown was counted with other settings than those that are chosen now. */
  get old(): boolean {
    return this.value !== undefined && this.#answered !== this.#asked;
  }

  /** Other settings were chosen: the number is old until they are counted. */
  settingsChanged(): void {
    this.#asked++;
    this.host.requestUpdate();
  }

  override async run(): Promise<void> {
    const asked = this.#asked;
    const before = this.value;
    await super.run();
    if (this.value === before) return;
    this.#answered = Math.max(this.#answered, asked);
    this.host.requestUpdate();
  }

  /** Counts now, unless told not to, and goes on counting. Null is all campaigns. */
  keepFresh(campaignId: number | null, now = true): void {
    this.#stop();
    this.#campaignId = campaignId;
    this.#fresh = true;
    if (now) void this.run();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.run();
    }, everyMs);
    this.host.requestUpdate();
  }

  /** Counts no more: it runs, or nobody looks. */
  pause(): void {
    this.#fresh = false;
    this.#stop();
  }

  #onPush(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      if (this.#fresh) void this.run();
    }, atMostEveryMs);
  }

  #stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }
}
