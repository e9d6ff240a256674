import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { en } from '@campaign-kit/shared/words/en';
import { ConversationList } from '../conversation-list/conversation-list.ts';
import { ListWork } from '../conversation-list/list-work.ts';
import { KitElement } from '../element.ts';
import { CountChangeEvent } from '../request-events.ts';
import { escalatedConversationsStyles } from './escalated-conversations.styles.ts';

const columns = ['who', 'reason', 'said', 'campaign', 'status', 'since'] as const;

/**
 * Conversations that texters have set aside for staff: who did, when, why, and how long the person waits. They are read and
 * answered here, given to a texter, and resolved. It fills the height that the page gives it.
 *
 * @summary Escalated conversations, to be decided.
 * @fires ck-count-change - How many are escalated has changed: `count`, for a badge.
 * @fires ck-action-request - An action is about to run; `preventDefault()` keeps it from running.
 * @fires ck-action-success - An action has ended; `undo()` gives back what it changed.
 * @fires ck-action-error - An action or its undo could not be started.
 * @csspart count - How many are escalated.
 * @csspart empty - What stands there while nothing is escalated.
 * @cssState empty - Nothing is escalated.
 */
export class EscalatedConversations extends KitElement {
  static override readonly tag = 'escalated-conversations';
  static override readonly english = en;
  static override readonly styles = escalatedConversationsStyles;

  /** Opens this conversation beside the list. */
  @property({ type: Number, attribute: 'conversation-id' }) conversationId = 0;

  #told: number | null = null;
  #list: ConversationList = new ConversationList(this, {
    open: conversationId => {
      this.conversationId = conversationId ?? 0;
    },
    selected: () => {},
    heard: ids => this.#work.heard(ids),
  });
  #work: ListWork = new ListWork(
    this,
    EscalatedConversations.tag,
    () => this.#list,
    () => this.#close(),
  );

  /** How many are escalated; 0 before that is known. */
  get count(): number {
    return this.#list.count ?? 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#list.show({ escalated: true }, 'waiting');
    if (!changed.has('conversationId')) return;
    this.#list.open(this.conversationId || null);
    this.#work.conversation.show(this.conversationId || null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#list.count === null || this.#told === this.#list.count) return;
    this.#told = this.#list.count;
    this.dispatchEvent(new CountChangeEvent(this.#told));
  }

  protected override render(): TemplateResult {
    const { count } = this.#list;
    return html`<div class="escalations" role="group" aria-label=${this.say('escalated.title')} @keydown=${this.#onKey}>
      <div class="line">
        <p class="strong number" part="count" role="status">
          ${count === null ? html`<span class="bone long"></span>` : count > 0 ? this.say('escalated.count', { count }) : ''}
        </p>
      </div>
      ${this.#list.render({
        label: this.say('escalated.title'),
        columns,
        ticks: this.#work.acts,
        actions: this.#work.actions(),
        empty: html`<div class="empty" part="empty">
          <p class="strong">${this.say('escalated.empty')}</p>
          <p class="muted">${this.say('escalated.emptyHelp')}</p>
        </div>`,
        beside: this.#work.conversation.render(),
      })}
      ${this.#work.render()}
    </div>`;
  }

  #close(): void {
    this.conversationId = 0;
    void this.updateComplete.then(() => this.#list.focus());
  }

  #onKey = (event: KeyboardEvent): void => {
    if (!this.#work.onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'escalated-conversations': EscalatedConversations;
  }
}
