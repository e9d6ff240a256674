import { html, nothing, type TemplateResult } from 'lit';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import type { HeldByTexter, ListedTexter } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { OperationRun } from '../operation-run.ts';
import { closeButton } from '../parts/close-button.ts';
import { Dialog } from '../parts/dialog.ts';
import { progress } from '../parts/progress.ts';
import { failureNotice } from '../parts/query-states.ts';
import { result, undoable } from '../parts/result.ts';
import { Query } from '../query.ts';

type Suspended = Pick<ListedTexter, 'id' | 'name'>;
type On = {
  /** They are suspended, and nothing more is to be shown of it. */
  done: (texter: Suspended) => void;
  changed: () => void;
};

/** Asks before somebody is suspended, and what becomes of the conversations that they hold. */
export class SuspendDialog {
  #host: KitElement;
  #on: On;
  #texter: Suspended = { id: 0, name: '' };
  #held: Query<HeldByTexter>;
  #dialog: Dialog;
  #run: OperationRun;
  #releases = true;
  #busy = false;
  /** They are suspended already; only the release has still to be started. */
  #suspended = false;
  #error: KitError | null = null;

  constructor(host: KitElement, on: On) {
    this.#host = host;
    this.#on = on;
    this.#dialog = new Dialog(host, { close: () => on.changed() });
    this.#held = new Query(host, (api, signal) => api.texters.held.query({ texterId: this.#texter.id }, { signal }));
    this.#run = new OperationRun(host, {
      end: operation => {
        host.dispatchEvent(new ActionSuccessEvent(operation, () => this.#run.undo(operation.id)));
        on.changed();
        this.#dialog.focusStep();
      },
      error: error => host.dispatchEvent(new ActionErrorEvent('unassign', error)),
    });
  }

  ask(texter: Suspended): void {
    // What still runs is looked at again.
    if (!this.#run.running) {
      this.#run.reset();
      this.#held.reset();
      this.#texter = texter;
      this.#releases = true;
      this.#suspended = false;
      this.#error = null;
      void this.#held.run();
    }
    this.#dialog.show();
  }

  render(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const { name } = this.#texter;
    const { operation } = this.#run;
    return this.#dialog.render({
      title: say(this.#suspended ? 'texterList.suspended' : 'texterList.suspendTitle', { name }),
      closeLabel: say('common.close'),
      body: html`<div class="stack">
        ${operation && operation.state !== 'running' ? this.#result() : this.#asking()}
        ${this.#error ? failureNotice(this.#host, this.#error, () => void this.#do()) : nothing}
        ${this.#run.error ? failureNotice(this.#host, this.#run.error, operation ? null : () => void this.#do()) : nothing}
      </div>`,
      footer: this.#footer(),
    });
  }

  #asking(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const count = this.#held.value?.all ?? 0;
    return html`<p>${say('texterList.suspendHelp')}</p>
      ${
        this.#held.value
          ? count > 0
            ? html`<label class="choice" part="choice">
                <input
                  type="checkbox"
                  .checked=${this.#releases}
                  ?disabled=${this.#busy || this.#run.running}
                  @change=${(event: Event) => {
                    this.#releases = (event.target as HTMLInputElement).checked;
                  }}
                />
                <span>
                  <span class="number">${say('texterList.suspendRelease', { count })}</span>
                  <span class="hint">${say('texterList.keepHelp', { name: this.#texter.name })}</span>
                </span>
              </label>`
            : html`<p class="muted">${say('texterList.nothing')}</p>`
          : this.#held.error
            ? nothing
            : html`<p class="choice"><span class="bone long"></span></p>`
      }`;
  }

  #result(): TemplateResult | typeof nothing {
    const { operation, undone } = this.#run;
    if (!operation) return nothing;
    return result(this.#host, {
      operation,
      undone: undone?.kind,
      undo: undoable(operation)
        ? {
            label: this.#host.say(this.#run.starting ? 'result.undoing' : 'common.undo'),
            waiting: this.#run.starting,
            run: () => void this.#run.undo(operation.id),
          }
        : undefined,
    });
  }

  #footer(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const { operation, pace, running } = this.#run;
    const close = () => this.#dialog.close();
    if (operation && running) {
      return html`<div class="wide">${progress(this.#host, operation, pace, () => void this.#run.cancel())}</div>`;
    }
    if (operation || this.#suspended) {
      return closeButton(say('common.done'), close, { main: true, autofocus: true });
    }
    return html`${closeButton(say('common.cancel'), close)}
      <button
        class="button danger"
        part="main"
        type="button"
        aria-disabled=${this.#busy ? 'true' : 'false'}
        @click=${() => void this.#do()}
      >
        ${say('texterList.suspend')}
      </button>`;
  }

  async #do(): Promise<void> {
    const { kit } = this.#host;
    if (!kit || this.#busy || this.#run.starting) return;
    const { id: texterId } = this.#texter;
    const releases = this.#releases && (this.#held.value?.all ?? 0) > 0;
    if (releases && !this.#host.dispatchEvent(new ActionRequestEvent('unassign', null))) return;
    this.#busy = true;
    this.#error = null;
    this.#host.requestUpdate();
    try {
      if (!this.#suspended) await kit.ask(api => api.texters.suspend.mutate({ texterId }));
      this.#suspended = true;
      this.#on.changed();
    } catch (thrown) {
      if (!isAbort(thrown)) this.#error = KitError.from(thrown);
    }
    this.#busy = false;
    if (this.#suspended && releases) await this.#release(texterId);
    else if (this.#suspended) {
      this.#dialog.close();
      this.#on.done(this.#texter);
    }
    this.#host.requestUpdate();
  }

  /** They get nothing more, so that what was counted a moment before is what is released. */
  #release(texterId: number): Promise<void> {
    const target = { filter: { texters: [texterId] }, ids: null, except: [] };
    const action = { name: 'unassign', input: {} } as const;
    return this.#run.start(`release ${texterId}`, async (api, requestKey) => {
      const { count } = await api.review.preview.query({ target, action });
      return api.review.run.mutate({ target, action, previewed: count, requestKey });
    });
  }
}
