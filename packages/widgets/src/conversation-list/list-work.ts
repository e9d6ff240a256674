import { html, type ReactiveController, type TemplateResult } from 'lit';
import { messageActionNames, type MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import type { ActionSuccessEvent } from '../action-events.ts';
import { StaffConversation } from '../conversation/staff-conversation.ts';
import type { KitElement } from '../element.ts';
import { MessageDialogs } from '../message-dialogs.ts';
import { failureLine } from '../parts/query-states.ts';
import { resultLine, undoable } from '../parts/result.ts';
import { SaidToast } from '../parts/said-toast.ts';
import type { ConversationList } from './conversation-list.ts';

/**
 * What is done with the conversations of a list: the open one beside it, actions on what is selected in their dialogs, and
 * the line that says what was done.
 *
 * @csspart action - A button that does something with what is selected.
 */
export class ListWork implements ReactiveController {
  readonly conversation: StaffConversation;
  #host: KitElement;
  #list: () => ConversationList;
  #dialogs: MessageDialogs;
  #toast: SaidToast;

  /** `tag` is the one that the host is defined under where no prefix is used; `closed`: the open conversation was left. */
  constructor(host: KitElement, tag: string, list: () => ConversationList, closed: () => void) {
    this.#host = host;
    this.#list = list;
    this.conversation = new StaffConversation(host, {
      tell: said => this.#toast.tell(said),
      changed: id => list().changed([id]),
      closed,
      reassign: (id, about) => void this.#ask('reassign', { filter: {}, ids: [id], except: [] }, about),
    });
    this.#dialogs = new MessageDialogs(host, tag, {
      changed: () => list().changed(),
      ended: (operation, undo) =>
        this.#toast.tell({
          sentence: resultLine(host, operation),
          ...(undoable(operation) && { undo: () => void undo().catch(() => {}) }),
        }),
      failed: error => this.#toast.tell({ sentence: failureLine(host, error) }),
    });
    this.#toast = new SaidToast(host, () => host.renderRoot.querySelector('.line'));
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('ck-action-success', this.#onSuccess);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('ck-action-success', this.#onSuccess);
  }

  /** Something became of these conversations, or of any: the open one is read anew. */
  heard(ids: readonly number[] | null): void {
    const { id } = this.conversation;
    if (id !== null && (ids === null || ids.includes(id))) this.conversation.refresh();
  }

  /** Whether this user may move conversations, and not only read and answer them. */
  get acts(): boolean {
    return this.#host.kit?.current?.scopes.includes('review:act') ?? false;
  }

  /** For the bar of what is selected. */
  actions(): TemplateResult[] {
    return messageActionNames.map(
      (name, at) =>
        html`<button
          class=${at === 0 ? 'button main' : 'button'}
          part="action"
          type="button"
          @click=${() => void this.#ask(name, this.#list().target)}
        >
          ${this.#host.say(`${name}.label`)}
        </button>`,
    );
  }

  render(): TemplateResult {
    return html`${this.#dialogs.render()} ${this.#toast.render()}`;
  }

  /** Whether the key was one of the open conversation's. */
  onKey(event: KeyboardEvent): boolean {
    return !this.#dialogs.open && this.conversation.onKey(event);
  }

  async #ask(action: MessageActionName, target: ConversationList['target'], about?: string): Promise<void> {
    if (!target) return;
    await this.#dialogs.ask({ action, target, matching: this.#list().count, ...(about && { about }) });
  }

  /** What was selected has been dealt with. */
  #onSuccess = ({ operation }: ActionSuccessEvent): void => {
    if (operation.kind !== 'undo' && !this.#list().selection.empty) this.#list().clear();
    this.conversation.refresh();
  };
}
