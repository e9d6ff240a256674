import { html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../contract.ts';
import type { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { icons } from '../parts/icons.ts';
import { failureLine, failureNotice, notice } from '../parts/query-states.ts';
import { AskDialog } from './ask-dialog.ts';
import { Deeds, type Change } from './deeds.ts';
import type { Desk } from './desk.ts';
import { fullName } from './full-name.ts';
import { OpenThread } from './open-thread.ts';
import { isGone } from './races.ts';
import type { Reach } from './reach.ts';
import { ReplyBox } from './reply-box.ts';
import type { Send } from './send.ts';
import type { Sends } from './sends.ts';
import { threadAside } from './thread-aside.ts';
import { threadHead } from './thread-head.ts';
import { threadMessages } from './thread-messages.ts';

type Said = { sentence: string; undo?: () => void };
type On = {
  tell: (said: Said) => void;
  refresh: () => void;
  /** It waits no more; it waits again; the next one is wanted. */
  answered: (conversationId: number) => void;
  waits: (conversationId: number) => void;
  over: (conversationId: number) => void;
  back: () => void;
  /** What else stands in the head of a conversation: more deeds, and lines under it. */
  head?: (thread: Thread) => { deeds: unknown; lines: unknown };
};

/** The conversation that is open, and all that can be done with it. */
export class OpenConversation {
  readonly thread: OpenThread;
  readonly asks: AskDialog;
  readonly box: ReplyBox;
  #host: KitElement;
  #sends: Sends;
  #on: On;
  #deeds: Deeds;
  /** Taken by the server, and not in what is known of the thread yet. */
  #arrived: { send: Send; messageId: number }[] = [];
  #aside = false;
  #tag = '';

  constructor(host: KitElement, desk: Desk, sends: Sends, on: On, reach: Reach = {}) {
    this.#host = host;
    this.#sends = sends;
    this.#on = on;
    this.#deeds = new Deeds(host, reach);
    const hear = {
      read: ({ messages }: Thread) => {
        const known = new Set(messages.map(({ id }) => id));
        this.#arrived = this.#arrived.filter(({ messageId }) => !known.has(messageId));
      },
      lost: (id: number, error: KitError) => this.#lost(id, error),
    };
    this.thread = new OpenThread(host, hear, reach);
    this.box = new ReplyBox(host, desk, text => this.#send(desk, text), reach);
    this.asks = new AskDialog(host, {
      escalate: ({ conversationId, name }, reason) =>
        this.#leave(conversationId, { type: 'escalate', reason }, 'texting.escalated', name),
      optOut: ({ conversationId, name }) =>
        this.#leave(conversationId, { type: 'optOut' }, 'texting.optedOutDone', name),
    });
  }

  get id(): number | null {
    return this.thread.id;
  }

  open(id: number | null): void {
    if (id === this.id) return;
    this.#tag = '';
    this.thread.open(id);
    this.#host.requestUpdate();
  }

  refresh(): void {
    if (this.id !== null) void this.thread.newest.run();
  }

  arrived(send: Send, messageId: number): void {
    this.#arrived.push({ send, messageId });
    if (send.conversationId === this.id) void this.thread.newest.run();
  }

  show(conversationId: number, error: KitError): void {
    this.#deeds.show(conversationId, error);
  }

  /** Whether the key was one of a conversation's. */
  onKey(key: string): boolean {
    const thread = this.thread.value;
    if (!thread) return false;
    const { status, optedOut } = thread.state;
    if (key === 'r') this.box.focus();
    else if (key === 'c') void (status === 'closed' ? this.#do({ type: 'reopen' }) : this.#close(thread));
    else if (key === 'e') this.asks.ask('escalate', about(thread));
    else if (key === 'o' && !optedOut) this.asks.ask('optOut', about(thread));
    else if (key === 't') this.#toTags();
    else return false;
    return true;
  }

  render(): TemplateResult | typeof nothing {
    const { id } = this;
    const { value, newest } = this.thread;
    const say = this.#host.say.bind(this.#host);
    if (id === null) {
      return html`<div class="thread none"><p class="muted">${say('texting.chooseOne')}</p></div>`;
    }
    if (!value) {
      return html`<section class="thread">
        ${newest.error ? failureNotice(this.#host, newest.error, () => void newest.run()) : this.#skeleton()}
      </section>`;
    }
    const name = fullName(value.contact);
    return html`<section class="thread" aria-label=${say('texting.thread', { name })}>
      ${this.#head(value)} ${this.#likely(value)}
      ${threadAside(this.#host, {
        thread: value,
        open: this.#aside,
        typedTag: this.#tag,
        onChange: change => void this.#do(change),
        onTag: text => {
          this.#tag = text;
          this.#host.requestUpdate();
        },
        onAddTag: () => void this.#addTag(),
        onUntag: tagId => void this.#do({ type: 'untag', tagId }),
        onAnswer: ({ id: questionId }, answer) => void this.#do({ type: 'answer', questionId, value: answer }),
        onReply: reply => this.box.propose(reply),
      })}
      ${threadMessages(this.#host, {
        name,
        messages: this.thread.messages,
        pending: this.#pending(id),
        held: this.#sends.held !== null,
        earlier: {
          more: this.thread.more,
          waiting: this.thread.waiting,
          show: () => void this.thread.showEarlier(),
        },
      })}
      <div class="answer">${this.#failure(id)} ${this.box.render(value, name)}</div>
    </section>`;
  }

  #head(thread: Thread): TemplateResult {
    return threadHead(this.#host, {
      thread,
      aside: this.#aside,
      more: this.#on.head?.(thread),
      onBack: this.#on.back,
      onAside: () => {
        this.#aside = !this.#aside;
        this.#host.requestUpdate();
      },
      onClose: () => void this.#close(thread),
      onReopen: () => void this.#do({ type: 'reopen' }),
      onEscalate: () => this.asks.ask('escalate', about(thread)),
      onOptOut: () => this.asks.ask('optOut', about(thread)),
    });
  }

  #likely(thread: Thread): TemplateResult | typeof nothing {
    if (!thread.state.likelyOptOut || thread.state.optedOut) return nothing;
    const say = this.#host.say.bind(this.#host);
    return html`<div class="notice likely" part="notice" role="status">
      <span class="mark">${icons.warning}</span>
      <div><p>${say('texting.likely')}</p></div>
      <button class="button danger" part="button" type="button" @click=${() => this.asks.ask('optOut', about(thread))}>
        ${say('texting.optOut')}
      </button>
      <button class="button" part="button" type="button" @click=${() => void this.#do({ type: 'notOptOut' })}>
        ${say('texting.notOptOut')}
      </button>
    </div>`;
  }

  #failure(id: number): TemplateResult | typeof nothing {
    const failed = this.#deeds.error;
    if (this.thread.error) return failureNotice(this.#host, this.thread.error, () => void this.thread.showEarlier());
    if (failed?.conversationId === id) return failureNotice(this.#host, failed.error, null);
    const { error } = this.thread.newest;
    if (error && error.code !== 'network') return notice(icons.warning, failureLine(this.#host, error));
    return nothing;
  }

  #skeleton(): TemplateResult {
    return html`<div class="waiting" role="status" aria-label=${this.#host.say('texting.loading')}>
      <p><span class="bone"></span></p>
      <p><span class="bone long"></span></p>
      <p><span class="bone long"></span></p>
    </div>`;
  }

  #pending(id: number): Send[] {
    const arrived = this.#arrived.map(({ send }) => send).filter(({ conversationId }) => conversationId === id);
    return [...arrived, ...this.#sends.of(id)];
  }

  #send(desk: Desk, text: string): void {
    const thread = this.thread.value;
    if (!thread) return;
    const { conversationId } = thread;
    this.#deeds.error = null;
    desk.keepDraft(conversationId, '');
    this.#on.answered(conversationId);
    this.#sends.add({ kind: 'reply', conversationId, text: text.trim(), name: fullName(thread.contact) });
  }

  async #do(change: Change): Promise<KitError | null> {
    const { id } = this;
    if (id === null) return null;
    const error = await this.#deeds.do(id, change);
    if (error && isGone(error)) this.#lost(id, error);
    else if (error) this.#deeds.show(id, error);
    if (id === this.id) await this.thread.newest.run();
    return error;
  }

  async #addTag(): Promise<void> {
    const name = this.#tag.trim();
    if (name === '' || (await this.#do({ type: 'tag', name }))) return;
    this.#tag = '';
    this.#host.requestUpdate();
  }

  async #close({ conversationId, contact }: Thread): Promise<void> {
    const undo = async () => {
      if (await this.#deeds.do(conversationId, { type: 'reopen' })) return;
      this.#on.waits(conversationId);
      this.open(conversationId);
      void this.thread.newest.run();
      this.#on.refresh();
    };
    const error = await this.#leave(
      conversationId,
      { type: 'close' },
      'texting.closed',
      fullName(contact),
      () => void undo(),
    );
    if (error) this.#deeds.show(conversationId, error);
  }

  /** A deed after which the conversation waits no more: it is said, and the next one is shown. */
  async #leave(
    id: number,
    change: Change,
    done: 'texting.closed' | 'texting.escalated' | 'texting.optedOutDone',
    name: string,
    undo?: () => void,
  ): Promise<KitError | null> {
    const error = await this.#deeds.do(id, change);
    if (error && isGone(error)) {
      this.#lost(id, error);
      return null;
    }
    if (error) return error;
    this.#on.answered(id);
    this.#on.tell({ sentence: this.#host.say(done, { name }), ...(undo && { undo }) });
    this.#on.over(id);
    this.#on.refresh();
    return null;
  }

  #lost(id: number, error: KitError): void {
    const name = this.thread.value ? fullName(this.thread.value.contact) : '';
    const reason = failureLine(this.#host, error);
    this.#on.tell({ sentence: name ? this.#host.say('texting.passedOver', { name, reason }) : reason });
    this.#on.answered(id);
    this.#on.over(id);
    this.#on.refresh();
  }

  #toTags(): void {
    this.#aside = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('#tag')?.focus());
  }
}

const about = ({ conversationId, contact }: Thread) => ({ conversationId, name: fullName(contact) });
