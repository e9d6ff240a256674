import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Thread } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { failureLine } from '../parts/query-states.ts';
import { relativeTime } from '../parts/relative-time.ts';
import { Desk } from './desk.ts';
import { fullName } from './full-name.ts';
import { OpenConversation } from './open-conversation.ts';
import { Sends } from './sends.ts';

type On = {
  /** Something was done that is worth a line, perhaps with a way back. */
  tell: (said: { sentence: string; undo?: () => void }) => void;
  /** Something became of this conversation: its row is to be looked at again. */
  changed: (conversationId: number) => void;
  /** Nobody wants to see it any more: the list is to have the focus. */
  closed: (conversationId: number) => void;
  /** A text was taken by the server. */
  sent?: (conversationId: number, messageId: number) => void;
  /** It is to be given to somebody. */
  reassign: (conversationId: number, name: string) => void;
};

/**
 * A conversation beside a list, for staff: whoever holds it goes on holding it. It is read live, answered, closed, tagged,
 * escalated and resolved here; what was typed stays with it.
 *
 * @csspart conversation - The conversation that is open.
 * @csspart resolve - The button that resolves an escalation.
 * @csspart escalation - Why it was escalated.
 */
export class StaffConversation implements ReactiveController {
  readonly open: OpenConversation;
  #host: KitElement;
  #on: On;
  #desk: Desk;
  #sends: Sends;
  #resolving = false;

  constructor(host: KitElement, on: On) {
    this.#host = host;
    this.#on = on;
    this.#desk = new Desk(host, other => {
      if (other) this.open.thread.forget();
      this.#sends.restart();
    });
    this.#sends = new Sends(
      host,
      this.#desk,
      {
        sent: (send, messageId) => {
          if (send.kind === 'reply') this.open.arrived(send, messageId);
          on.sent?.(send.conversationId, messageId);
          on.changed(send.conversationId);
        },
        failed: ({ conversationId, text, kind }, error) => {
          if (kind !== 'reply') return;
          const draft = this.#desk.draft(conversationId);
          this.#desk.keepDraft(conversationId, draft.trim() === '' ? text : `${text}\n${draft}`);
          this.open.show(conversationId, error);
          this.#stay(conversationId);
        },
      },
      {},
    );
    this.open = new OpenConversation(host, this.#desk, this.#sends, {
      tell: on.tell,
      refresh: () => {},
      answered: () => {},
      waits: on.changed,
      over: id => this.#stay(id),
      back: () => this.#close(),
      head: thread => ({ deeds: this.#deeds(thread), lines: this.#lines(thread) }),
    });
    host.addController(this);
  }

  hostConnected(): void {}

  /** The conversation that is shown. */
  get id(): number | null {
    return this.open.id;
  }

  show(conversationId: number | null): void {
    this.open.open(conversationId);
  }

  /** Something may have become of it: it is read anew. */
  refresh(): void {
    this.open.refresh();
  }

  /** Puts the focus where a reply is written, or on the messages where none can be. */
  focus(): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('#reply, .staff .scroller')?.focus(),
    );
  }

  /** Whether the key was one of a conversation's; never while somebody types. */
  onKey(event: KeyboardEvent): boolean {
    const target = event.composedPath()[0] as HTMLElement;
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;
    if (this.id === null || modified || event.defaultPrevented || this.open.asks.open) return false;
    if (event.key === 'Escape') {
      if (target.closest('.pick, .toast, dialog')) return false;
      if (target.id === 'reply') this.#host.renderRoot.querySelector<HTMLElement>('.staff .scroller')?.focus();
      else this.#close();
      return true;
    }
    if (target.matches('textarea, select, input:not([type=radio], [type=checkbox])')) return false;
    return this.open.onKey(event.key.toLowerCase());
  }

  render(): TemplateResult {
    return html`<div class="staff" part="conversation">${this.open.render()}</div>
      ${this.open.asks.render()}`;
  }

  #lines({ texter, escalation }: Thread): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    return html`<p class="held muted small">
        <span>${texter ? say('staff.heldBy', { name: texter.name }) : say('staff.heldByNobody')}</span>
      </p>
      ${
        escalation
          ? html`<div class="escalation" part="escalation">
              <p dir="auto">${escalation.reason}</p>
              <p class="muted small">
                ${escalation.by ? say('staff.escalatedBy', { name: escalation.by.name }) : say('staff.escalated')} ·
                ${relativeTime(this.#host, Math.min(escalation.at, Date.now()), Date.now())}
              </p>
            </div>`
          : nothing
      }`;
  }

  #deeds(thread: Thread): TemplateResult | typeof nothing {
    if (!this.#host.kit?.current?.scopes.includes('review:act')) return nothing;
    const { conversationId, state } = thread;
    const say = this.#host.say.bind(this.#host);
    const reassign = () => this.#on.reassign(conversationId, fullName(thread.contact));
    return html`<button class="button quiet" part="button" type="button" @click=${reassign}>
        ${say('reassign.label')}
      </button>
      ${
        state.escalated
          ? html`<button
              class="button quiet"
              part="resolve"
              type="button"
              aria-disabled=${this.#resolving ? 'true' : 'false'}
              @click=${() => void this.#resolve(thread)}
            >
              ${say('staff.resolve')}
            </button>`
          : nothing
      }`;
  }

  async #resolve({ conversationId, contact }: Thread): Promise<void> {
    const { kit } = this.#host;
    if (!kit || this.#resolving) return;
    this.#resolving = true;
    this.#host.requestUpdate();
    try {
      await kit.ask(api => api.review.resolve.mutate({ conversationId }));
      this.#on.tell({ sentence: this.#host.say('staff.resolved', { name: fullName(contact) }) });
    } catch (thrown) {
      if (!isAbort(thrown)) this.#on.tell({ sentence: failureLine(this.#host, KitError.from(thrown)) });
    } finally {
      this.#resolving = false;
      this.#stay(conversationId);
    }
  }

  /** It stays open, as it is now. */
  #stay(conversationId: number): void {
    if (conversationId === this.id) this.open.refresh();
    this.#on.changed(conversationId);
    this.#host.requestUpdate();
  }

  #close(): void {
    const { id } = this;
    this.show(null);
    if (id !== null) this.#on.closed(id);
  }
}
