import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Waiting } from '../contract.ts';
import type { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { icons } from '../parts/icons.ts';
import { number } from '../parts/number.ts';
import { failureLine, failureNotice, notice, queryStates } from '../parts/query-states.ts';
import { emptyPanel } from '../conversation/empty-panel.ts';
import { fullName } from '../conversation/full-name.ts';
import { InitialQueue } from './initial-queue.ts';
import { keyHint } from '../conversation/key-hint.ts';
import { isLostRace } from '../conversation/races.ts';
import type { Send } from '../conversation/send.ts';
import type { Sends } from '../conversation/sends.ts';
import { hoursLine } from '../conversation/texting-hours.ts';
import { QueueEmptyEvent } from './texting-events.ts';

/** A second click so soon is the other half of a double click, and was not meant for the next person. */
const doubleClickMs = 250;

type On = { tell: (sentence: string) => void; more: () => void; replies: () => void };

/** One initial message after the other: one key sends what is shown, and shows the next. */
export class InitialPanel implements ReactiveController {
  readonly queue: InitialQueue;
  #host: KitElement;
  #sends: Sends;
  #on: On;
  /** Nothing is sent before what would be sent is on the screen. */
  #drawn = true;
  #sentAt = -doubleClickMs;
  #hadSome = false;

  constructor(host: KitElement, sends: Sends, on: On) {
    this.#host = host;
    this.#sends = sends;
    this.#on = on;
    this.queue = new InitialQueue(host);
    host.addController(this);
  }

  hostConnected(): void {}

  hostUpdated(): void {
    const { current, left, front } = this.queue;
    const some = current !== null || left > 0 || this.#pending.length > 0;
    if (this.#hadSome && !some && front.value) this.#host.dispatchEvent(new QueueEmptyEvent('initial'));
    this.#hadSome = some;
  }

  get #pending(): readonly Send[] {
    return this.#sends.pending.filter(({ kind }) => kind === 'initial');
  }

  failed({ conversationId, name }: Send, error: KitError): void {
    if (isLostRace(error)) {
      this.queue.drop(conversationId);
      this.#on.tell(this.#host.say('texting.passedOver', { name, reason: failureLine(this.#host, error) }));
    } else {
      this.queue.comeBack(conversationId, error);
    }
  }

  /** Whether the key was one of this panel's. */
  onKey(event: KeyboardEvent, onControl: boolean): boolean {
    const { current } = this.queue;
    if (event.key === 'Enter' && !onControl) {
      if (!event.repeat && current && !this.queue.failureOf(current.conversationId)) this.#send(current);
      return true;
    }
    if (event.key.toLowerCase() === 's' && current) {
      if (!event.repeat) this.queue.skip(current.conversationId);
      return true;
    }
    return false;
  }

  render(unreplied: number): TemplateResult | typeof nothing {
    return queryStates(this.#host, this.queue.front, {
      skeleton: this.#skeleton(),
      isEmpty: () => this.queue.current === null && !this.queue.waiting && !this.queue.error,
      empty: this.#empty(unreplied),
      ready: () => this.#card(),
    });
  }

  #card(): TemplateResult {
    const { current, error } = this.queue;
    const { say } = this.#voice;
    if (error) return failureNotice(this.#host, error, () => this.queue.more());
    if (!current) return this.#skeleton();
    const failure = this.queue.failureOf(current.conversationId);
    const closed = hoursLine(this.#host, current);
    const name = fullName(current.contact);
    return html`<article class="card" part="card" aria-labelledby="person">
      ${this.#progress()}
      <header>
        <h3 class="name" id="person" dir="auto">${name}</h3>
        <p class="muted small about" dir="auto">${current.campaign.title}</p>
      </header>
      ${keyed(
        current.conversationId,
        html`<div class="phone"><p class="bubble ours coming" part="bubble" dir="auto">${current.text}</p></div>`,
      )}
      <p class="muted small number">
        ${say('secondPass.review.segments', { count: current.segments })}
        ${this.queue.done === 0 ? html`<span class="apart">${say('texting.noUndo')}</span>` : nothing}
      </p>
      ${closed ? notice(icons.info, closed) : failure ? failureNotice(this.#host, failure, null) : nothing}
      <footer class="deeds">
        <button
          class="button main"
          part="main"
          id="send"
          type="button"
          aria-disabled=${closed ? 'true' : 'false'}
          @keydown=${onHeldKey}
          @click=${(event: MouseEvent) => this.#onClick(event, current)}
        >
          ${failure ? say('common.tryAgain') : say('texting.send')} ${keyHint('↵')}
        </button>
        <button
          class="button quiet"
          part="button"
          type="button"
          @keydown=${onHeldKey}
          @click=${() => this.queue.skip(current.conversationId)}
        >
          ${say('texting.skip')} ${keyHint('S')}
        </button>
        ${
          this.queue.skipped > 0
            ? html`<span class="muted small number end">${say('texting.skipped', { count: this.queue.skipped })}</span>`
            : nothing
        }
      </footer>
    </article>`;
  }

  #progress(): TemplateResult {
    const { done, left, current } = this.queue;
    const { say, locale } = this.#voice;
    const total = done + left;
    const line = say('texting.progress', { done: number(locale, done), total: number(locale, total) });
    const next = current ? fullName(current.contact) : '';
    return html`<div class="far">
      <progress class="bar" part="progress-bar" max=${total || 1} .value=${done} aria-label=${line}></progress>
      <span class="muted small number">${line}</span>
      <span class="hidden" role="status">${done > 0 ? say('texting.next', { name: next }) : ''}</span>
    </div>`;
  }

  #empty(unreplied: number): TemplateResult {
    const { say } = this.#voice;
    const { done } = this.queue;
    const answer =
      unreplied > 0
        ? html`<button class="button main" part="main" type="button" @click=${this.#on.replies}>
            ${say('texting.toReplies', { count: unreplied })}
          </button>`
        : nothing;
    return emptyPanel({
      title: done > 0 ? say('texting.initialDone', { count: done }) : say('texting.initialEmpty'),
      help: say('texting.initialEmptyHelp'),
      deeds: html`${answer}
        <button
          class="button ${unreplied > 0 ? '' : 'main'}"
          part=${unreplied > 0 ? 'button' : 'main'}
          type="button"
          @click=${this.#on.more}
        >
          ${say('texting.requestMore')}
        </button>`,
    });
  }

  #skeleton(): TemplateResult {
    return html`<div class="card" role="status" aria-label=${this.#host.say('texting.loading')}>
      <p><span class="bone"></span></p>
      <p><span class="bone"></span></p>
      <p><span class="bone long"></span></p>
      <p><span class="bone long"></span></p>
    </div>`;
  }

  get #voice() {
    return { say: this.#host.say.bind(this.#host), locale: this.#host.locale };
  }

  #onClick({ detail }: MouseEvent, row: Waiting): void {
    if (detail > 1 && performance.now() - this.#sentAt < doubleClickMs) return;
    this.#send(row);
  }

  #send(row: Waiting): void {
    const { conversationId, text, contact, hours } = row;
    if (!this.#drawn || !hours.open) return;
    this.#drawn = false;
    this.#sentAt = performance.now();
    this.queue.send(conversationId);
    this.#sends.add({ kind: 'initial', conversationId, text, name: fullName(contact) });
    void this.#host.updateComplete.then(() => requestAnimationFrame(() => (this.#drawn = true)));
  }
}

/** A key that is held down is one press. */
const onHeldKey = (event: KeyboardEvent): void => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
};
