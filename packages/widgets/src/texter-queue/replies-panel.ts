import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { failureLine, queryStates } from '../parts/query-states.ts';
import type { Desk } from '../conversation/desk.ts';
import { emptyPanel } from '../conversation/empty-panel.ts';
import { OpenConversation } from '../conversation/open-conversation.ts';
import { isLostRace } from '../conversation/races.ts';
import { ReplyList } from './reply-list.ts';
import { replyRows } from './reply-rows.ts';
import type { Send } from '../conversation/send.ts';
import type { Sends } from '../conversation/sends.ts';
import { QueueEmptyEvent } from './texting-events.ts';

/** From this width on, in px, the list and a conversation stand side by side. */
const wide = 720;

type Said = { sentence: string; undo?: () => void };
type On = { tell: (said: Said) => void; more: () => void; initial: () => void; refresh: () => void };

/** Replies: who waits at the side, the conversation beside, worked from the longest waiting on. */
export class RepliesPanel implements ReactiveController {
  readonly list: ReplyList;
  readonly conversation: OpenConversation;
  #host: KitElement;
  #desk: Desk;
  #on: On;
  /** Where in the list the open conversation is, or was before it was dealt with. */
  #place = 0;
  /** The longest waiting opens by itself, until somebody goes back to the list. */
  #opens = true;
  #hadSome = false;
  #active = false;

  constructor(host: KitElement, desk: Desk, sends: Sends, on: On) {
    this.#host = host;
    this.#desk = desk;
    this.#on = on;
    this.list = new ReplyList(host);
    this.conversation = new OpenConversation(
      host,
      desk,
      sends,
      {
        tell: on.tell,
        refresh: on.refresh,
        answered: id => this.list.drop(id),
        waits: id => this.list.comeBack(id),
        over: id => this.#moveOn(id),
        back: () => this.#back(),
      },
      { own: true },
    );
    host.addController(this);
  }

  hostConnected(): void {}

  hostUpdated(): void {
    const { rows } = this.list;
    const place = rows.findIndex(({ conversationId }) => conversationId === this.conversation.id);
    if (place >= 0) this.#place = place;
    if (this.#hadSome && rows.length === 0 && this.list.all.value) {
      this.#host.dispatchEvent(new QueueEmptyEvent('replies'));
    }
    this.#hadSome = rows.length > 0;
    const alone = this.#active && this.#opens && this.conversation.id === null && this.#host.clientWidth >= wide;
    const first = rows[0]?.conversationId;
    if (alone && first) void this.#host.updateComplete.then(() => this.conversation.id ?? this.open(first));
  }

  open(conversationId: number | null): void {
    if (conversationId !== null) this.#opens = true;
    this.conversation.open(conversationId);
  }

  sent(send: Send, messageId: number): void {
    this.conversation.arrived(send, messageId);
  }

  /** The text is back in the box with the reason; a lost race is said, and the next one is shown. */
  failed({ conversationId, text, name }: Send, error: KitError): void {
    const draft = this.#desk.draft(conversationId);
    this.#desk.keepDraft(conversationId, draft.trim() === '' ? text : `${text}\n${draft}`);
    this.list.comeBack(conversationId);
    if (!isLostRace(error)) return this.conversation.show(conversationId, error);
    const reason = failureLine(this.#host, error);
    this.#on.tell({ sentence: this.#host.say('texting.passedOver', { name, reason }) });
    this.#moveOn(conversationId);
  }

  /** Goes to the next or the previous one that waits. */
  step(by: 1 | -1): void {
    const { rows } = this.list;
    const at = rows.findIndex(({ conversationId }) => conversationId === this.conversation.id);
    const wanted = at >= 0 ? at + by : by > 0 ? Math.min(this.#place, rows.length - 1) : this.#place - 1;
    const row = rows[wanted];
    if (!row) return;
    this.open(row.conversationId);
    void this.#host.updateComplete.then(() => {
      const button = this.#host.renderRoot.querySelector<HTMLElement>(`[data-id='${row.conversationId}']`);
      if (button?.checkVisibility()) button.focus();
    });
  }

  /** Whether the key was one of this panel's. */
  onKey(event: KeyboardEvent, onControl: boolean): boolean {
    const onRow = (event.composedPath()[0] as Element).matches?.('.reply') ?? false;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const down = key === 'j' || (key === 'ArrowDown' && (onRow || !onControl));
    const up = key === 'k' || (key === 'ArrowUp' && (onRow || !onControl));
    if (down || up) this.step(down ? 1 : -1);
    else if (key === 'Escape' && this.conversation.id !== null && this.#host.clientWidth < wide) this.#back();
    else return !event.repeat && this.conversation.onKey(key);
    return true;
  }

  render(active: boolean, unsent: number): TemplateResult | typeof nothing {
    this.#active = active;
    if (!active) return nothing;
    const { rows, all } = this.list;
    const { id } = this.conversation;
    return queryStates(this.#host, all, {
      skeleton: this.#skeleton(),
      isEmpty: () => rows.length === 0 && id === null,
      empty: this.#empty(unsent),
      ready: () =>
        html`<div class="replies ${id === null ? '' : 'reading'}">
          <div class="side">
            ${
              rows.length > 0
                ? replyRows(this.#host, {
                    rows,
                    open: id,
                    hasDraft: waiting => this.#desk.hasDraft(waiting),
                    onOpen: waiting => this.open(waiting),
                  })
                : this.#empty(unsent)
            }
          </div>
          ${this.conversation.render()}
        </div>`,
    });
  }

  /** To the one that is now where this one was. */
  #moveOn(conversationId: number): void {
    if (this.conversation.id !== conversationId) return;
    const rows = this.list.rows.filter(row => row.conversationId !== conversationId);
    const row = rows[Math.min(this.#place, rows.length - 1)];
    this.open(row?.conversationId ?? null);
  }

  #back(): void {
    const { id } = this.conversation;
    this.#opens = false;
    this.open(null);
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(`[data-id='${id}']`)?.focus(),
    );
  }

  #empty(unsent: number): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const send =
      unsent > 0
        ? html`<button class="button main" part="main" type="button" @click=${this.#on.initial}>
            ${say('texting.toInitial', { count: unsent })}
          </button>`
        : nothing;
    return emptyPanel({
      title: say('texting.repliesEmpty'),
      help: say('texting.repliesEmptyHelp'),
      deeds: html`${send}
        <button class="button" part="button" type="button" @click=${this.#on.more}>
          ${say('texting.requestMore')}
        </button>`,
    });
  }

  #skeleton(): TemplateResult {
    return html`<div class="replies" role="status" aria-label=${this.#host.say('texting.loading')}>
      <ul class="list" aria-hidden="true">
        ${[1, 2, 3, 4, 5].map(
          () =>
            html`<li class="reply">
              <span class="bone"></span>
              <span class="words"><span class="bone long"></span></span>
            </li>`,
        )}
      </ul>
    </div>`;
  }
}
