import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { en } from '@campaign-kit/shared/words/en';
import type { TextingNews } from '../contract.ts';
import { KitElement } from '../element.ts';
import { icons } from '../parts/icons.ts';
import { number } from '../parts/number.ts';
import { notice } from '../parts/query-states.ts';
import { SaidToast } from '../parts/said-toast.ts';
import type { TextingMode as Mode } from '../request-events.ts';
import { StreamListening } from '../stream-listening.ts';
import { Desk } from '../conversation/desk.ts';
import { InitialPanel } from './initial-panel.ts';
import { conversationIcons } from '../conversation/conversation-icons.ts';
import { RepliesPanel } from './replies-panel.ts';
import { Sends } from '../conversation/sends.ts';
import { texterQueueStyles } from './texter-queue.styles.ts';
import { MessageSentEvent, RequestMoreEvent } from './texting-events.ts';

const modes = ['initial', 'replies'] as const;
const soonMs = 400;
const tickMs = 30_000;

/**
 * Where a texter works: initial messages, one key press each, and replies with their conversations, live. Worked by single
 * keys that are shown; what is typed is never lost and what is sent goes out once, without a network too.
 *
 * @summary A texter's initial messages and replies.
 * @fires ck-message-sent - A text was taken by the server: `conversationId`, `messageId`, `kind`.
 * @fires ck-queue-empty - Nothing is left to do in this `mode`.
 * @fires ck-request-more - The texter wants more conversations: show the `<request-form>`.
 * @csspart tab - One of the two modes.
 * @csspart card - The initial message that is next.
 * @csspart bubble - The text of a message.
 * @csspart progress-bar - How many initial messages are sent.
 * @csspart main - The one main button.
 * @csspart button - Any other button.
 * @cssState empty - Nothing waits in the mode that is shown.
 */
export class TexterQueue extends KitElement {
  static override readonly tag = 'texter-queue';
  static override readonly english = en;
  static override readonly styles = texterQueueStyles;

  /** What is worked on: `initial` messages or `replies`. Without it, what there is more need of. */
  @property() mode: Mode | '' = '';

  /** Opens this conversation, one of the texter's own. */
  @property({ type: Number, attribute: 'conversation-id' }) conversationId = 0;

  #chosen: Mode | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;
  #desk = new Desk(this, other => {
    if (other) this.#replies.conversation.thread.forget();
    this.#sends.restart();
  });
  #sends = new Sends(
    this,
    this.#desk,
    {
      sent: (send, messageId) => {
        const { conversationId, kind } = send;
        if (kind === 'reply') this.#replies.sent(send, messageId);
        this.dispatchEvent(new MessageSentEvent({ conversationId, messageId, kind }));
        this.#refreshSoon();
      },
      failed: (send, error) => {
        if (send.kind === 'initial') this.#initial.failed(send, error);
        else this.#replies.failed(send, error);
        this.#refreshSoon();
      },
    },
    { own: true },
  );
  #initial = new InitialPanel(this, this.#sends, {
    tell: sentence => this.#toast.tell({ sentence }),
    more: () => this.#more('initial'),
    replies: () => this.#choose('replies'),
  });
  #replies = new RepliesPanel(this, this.#desk, this.#sends, {
    tell: said => this.#toast.tell(said),
    more: () => this.#more('replies'),
    initial: () => this.#choose('initial'),
    refresh: () => this.#refreshSoon(),
  });
  #toast: SaidToast = new SaidToast(this, () => this.renderRoot.querySelector('[role=tablist]'));

  constructor() {
    super();
    new StreamListening<TextingNews>(this, 'texting.watch', {
      push: news => {
        const { conversation } = this.#replies;
        if (news.type === 'queue' || news.conversationId === conversation.id) conversation.refresh();
        this.#refreshSoon();
      },
      missed: () => {
        this.#replies.conversation.refresh();
        this.#refreshSoon();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.#onTick(), tickMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('mode') && this.mode) this.#chosen = this.mode;
    if (!changed.has('conversationId') || !this.conversationId) return;
    this.#chosen = 'replies';
    this.#replies.open(this.conversationId);
  }

  protected override render(): TemplateResult {
    const mode = this.#mode;
    const { asks } = this.#replies.conversation;
    const panel =
      mode === 'initial'
        ? html`${this.#initial.render(this.#replies.list.count)}${this.#replies.render(false, 0)}`
        : this.#replies.render(true, this.#initial.queue.left);
    if (this.#sends.held === 'network' && this.#initial.queue.front.value) this.showState('offline');
    return html`<div class="queue" role="group" aria-label=${this.say('texting.title')} @keydown=${this.#onKey}>
      <div class="bars">
        <div class="tabs" role="tablist" aria-label=${this.say('texting.modes')}>
          ${modes.map(one => this.#tab(one, one === mode))}
        </div>
        <button
          class="button icon"
          part="button"
          type="button"
          aria-label=${this.say('texting.keys')}
          title=${this.say('texting.keys')}
          @click=${() => asks.ask('keys')}
        >
          ${conversationIcons.keyboard}
        </button>
      </div>
      ${this.#waiting()}
      <div class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${mode}">${panel}</div>
      ${this.#toast.render()} ${asks.render()}
    </div>`;
  }

  #tab(mode: Mode, selected: boolean): TemplateResult {
    const count = mode === 'initial' ? this.#initial.queue.left : this.#replies.list.count;
    const known = mode === 'initial' ? this.#initial.queue.front.value : this.#replies.list.all.value;
    return html`<button
      class="tab"
      part="tab"
      id="tab-${mode}"
      type="button"
      role="tab"
      aria-selected=${selected ? 'true' : 'false'}
      aria-controls="panel"
      tabindex=${selected ? '0' : '-1'}
      @click=${() => this.#choose(mode)}
      @keydown=${this.#onTabKey}
    >
      ${this.say(mode === 'initial' ? 'texting.initial' : 'texting.replies')}
      ${known ? html`<span class="number muted">${number(this.locale, count)}</span>` : nothing}
    </button>`;
  }

  /** What is on its way and cannot go: said once, above everything. */
  #waiting(): TemplateResult | typeof nothing {
    const { held, pending } = this.#sends;
    if (!held || pending.length === 0) return nothing;
    return notice(icons.offline, this.say('texting.waitForNetwork', { count: pending.length }));
  }

  get #mode(): Mode {
    if (this.#chosen) return this.#chosen;
    const { front, left } = this.#initial.queue;
    const { all, count } = this.#replies.list;
    if (!front.value || !all.value) return 'initial';
    this.#chosen = left === 0 && count > 0 ? 'replies' : 'initial';
    return this.#chosen;
  }

  #choose(mode: Mode): void {
    this.#chosen = mode;
    this.requestUpdate();
  }

  #more(mode: Mode): void {
    this.dispatchEvent(new RequestMoreEvent(mode));
  }

  /** Asks anew, a moment later: much that happens at once is asked for once. */
  #refreshSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      if (!this.isConnected || this.kit?.session.state !== 'live' || this.#sends.held) return;
      const pending = new Set(this.#sends.pending.map(({ conversationId }) => conversationId));
      this.#initial.queue.refresh(pending);
      this.#replies.list.refresh(pending);
    }, soonMs);
  }

  #onTick(): void {
    this.requestUpdate();
    const opensAt = this.#initial.queue.current?.hours.opensAt ?? Infinity;
    if (opensAt <= Date.now()) this.#refreshSoon();
  }

  #onTabKey = (event: KeyboardEvent): void => {
    const rightToLeft = getComputedStyle(this).direction === 'rtl';
    const ends = { Home: 'initial', End: 'replies' } as const;
    const sides = { ArrowLeft: rightToLeft ? 'replies' : 'initial', ArrowRight: rightToLeft ? 'initial' : 'replies' };
    const mode = ({ ...ends, ...sides } as Record<string, Mode>)[event.key];
    if (!mode) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(mode);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${mode}`)?.focus());
  };

  /** Single keys are ours only while the focus is in here, and never while somebody types; a host's are not for what is typed. */
  #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as HTMLElement;
    if (target.matches('textarea, select, input:not([type=radio], [type=checkbox])')) {
      if (event.key === 'Escape' && target.id === 'reply') {
        this.renderRoot.querySelector<HTMLElement>('.scroller')?.focus();
        event.preventDefault();
      }
      return event.stopPropagation();
    }
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (modified || event.defaultPrevented || event.isComposing || this.#replies.conversation.asks.open) return;
    if (target.closest('.pick, .toast')) return;
    const onControl = target.matches('button, a[href], input, .scroller, .when');
    const { asks } = this.#replies.conversation;
    if (event.key === '?') asks.ask('keys');
    else {
      const panel = this.#mode === 'initial' ? this.#initial : this.#replies;
      if (!panel.onKey(event, onControl)) return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'texter-queue': TexterQueue;
  }
}
