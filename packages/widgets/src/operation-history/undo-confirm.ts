import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Operation } from '../contract.ts';
import type { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { OperationRun } from '../operation-run.ts';
import { closeButton } from '../parts/close-button.ts';
import { Dialog } from '../parts/dialog.ts';
import { failureNotice } from '../parts/query-states.ts';
import { exact } from '../parts/relative-time.ts';
import { sum } from '../parts/sum.ts';
import { Query } from '../query.ts';

type Undoing = { count: number; kept: number };
type On = {
  started: (operation: Operation) => void;
  ended: (operation: Operation) => void;
  failed: (error: KitError) => void;
};

/** Says how many can be given back and how many stay, before an undo is started. */
export class UndoConfirm implements ReactiveController {
  #host: KitElement;
  #on: On;
  #operation: Operation | null = null;
  #name = '';
  #counted: Query<Undoing>;
  #run: OperationRun;
  #dialog: Dialog;

  constructor(host: KitElement, on: On) {
    this.#host = host;
    this.#on = on;
    host.addController(this);
    this.#counted = new Query(
      host,
      (api, signal) =>
        this.#operation && api.operations.previewUndo.query({ operationId: this.#operation.id }, { signal }),
    );
    this.#run = new OperationRun(host, { end: on.ended, error: on.failed });
    this.#dialog = new Dialog(host);
  }

  hostConnected(): void {}

  /** Opens the confirm for this operation. */
  ask(operation: Operation, name: string): void {
    this.#operation = operation;
    this.#name = name;
    this.#run.reset();
    this.#counted.reset();
    this.#dialog.show();
    void this.#counted.run();
  }

  render(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const value = this.#counted.value;
    const nothingBack = value?.count === 0 && value.kept > 0;
    const off = !value || nothingBack || this.#run.starting;
    return this.#dialog.render({
      title: say('history.undoTitle', { action: this.#name }),
      about: this.#operation?.campaign?.title,
      closeLabel: say('common.close'),
      body: this.#operation
        ? html`<div class="stack confirm">
            ${this.#body()} ${this.#run.error ? failureNotice(this.#host, this.#run.error, null) : nothing}
          </div>`
        : nothing,
      footer: html`${closeButton(say('common.cancel'), () => this.#dialog.close())}
        <button
          class="button main number"
          part="main"
          type="button"
          autofocus
          aria-disabled=${off ? 'true' : 'false'}
          @click=${() => {
            if (!off) void this.#start();
          }}
        >
          ${value && value.count > 0 ? say('history.undoDeed', { count: value.count }) : say('history.undoDeedCampaign')}
        </button>`,
    });
  }

  #body(): TemplateResult | typeof nothing {
    const say = this.#host.say.bind(this.#host);
    const until = this.#operation?.undoUntil;
    const { value, error } = this.#counted;
    const last = until
      ? html`<p class="muted small">${say('history.undoUntil', { time: exact(this.#host, until) })}</p>`
      : nothing;
    if (error) return failureNotice(this.#host, error, () => void this.#counted.run());
    if (!value) {
      return html`<div aria-busy="true">
          <p role="status">${say('history.undoCounting')}</p>
          <p><span class="bone long"></span></p>
        </div>
        ${last}`;
    }
    const { count, kept } = value;
    const contacts = this.#operation?.kind === 'deleteUnmessaged';
    return html`<div role="status">
        ${
          count > 0
            ? html`<p class="sum">
                ${sum(this.#host, say(contacts ? 'history.undoCountContacts' : 'history.undoCount', { count }), count)}
              </p>`
            : html`<p>${say(kept > 0 ? 'history.undoNothing' : 'history.undoCampaign')}</p>`
        }
        ${kept > 0 && count > 0 ? html`<p class="muted number">${say('history.undoKept', { count: kept })}</p>` : nothing}
      </div>
      ${last}`;
  }

  async #start(): Promise<void> {
    const undone = this.#operation;
    if (!undone) return;
    await this.#run.undo(undone.id);
    const { operation, error } = this.#run;
    if (error || !operation) return;
    this.#on.started({ ...undone, undoneBy: operation.id, undoUntil: null });
    this.#on.started(operation);
    this.#dialog.close();
  }
}
