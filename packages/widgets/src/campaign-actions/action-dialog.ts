import { faces } from '@campaign-kit/shared/campaign-actions/faces';
import type { AskedAction, CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import { undoDays } from '@campaign-kit/shared/operation';
import { en, type WordKey } from '@campaign-kit/shared/words/en';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import type { CampaignHead, Operation, Preview } from '../contract.ts';
import { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { OperationRun } from '../operation-run.ts';
import { closeButton } from '../parts/close-button.ts';
import { Dialog } from '../parts/dialog.ts';
import { icons } from '../parts/icons.ts';
import { preview } from '../parts/preview.ts';
import { progress } from '../parts/progress.ts';
import { failureNotice, notice, queryStates, sessionNotice } from '../parts/query-states.ts';
import { result, undoable } from '../parts/result.ts';
import { readNumber, typedNumber } from '../parts/typed-number.ts';
import { PreviewQuery } from '../preview-query.ts';
import { actionDialogStyles } from './action-dialog.styles.ts';

const captions: Partial<Record<CampaignActionName, WordKey>> = {
  releaseUnsent: 'caption.release',
  releaseUnreplied: 'caption.release',
  unmarkSecondPass: 'caption.unmark',
  deleteUnmessaged: 'caption.delete',
};

/**
 * Asks before an action that needs no settings: what would change, one button with the deed and the number, then how far
 * it is, what it did, and Undo. Used inside `<campaign-actions>` alone.
 * @csspart link - A button that looks like a link.
 */
export class ActionDialog extends KitElement {
  static override readonly tag = 'ck-action-dialog';
  static override readonly english = en;

  @property({ attribute: false }) campaignId = 0;
  @property({ attribute: false }) campaign: CampaignHead | null = null;
  /** What is asked; null to look at an operation that runs already. */
  @property({ attribute: false }) action: CampaignActionName | null = null;

  #preview = new PreviewQuery(this, (api, signal) => {
    const action = this.#asked;
    return action && api.campaigns.previewAction.query({ campaignId: this.campaignId, action }, { signal });
  });
  #run = new OperationRun(this, {
    end: operation => {
      this.dispatchEvent(new ActionSuccessEvent(operation, () => this.#run.undo(operation.id)));
      this.#dialog.focusStep();
    },
    error: error => this.#onError(error),
  });
  #turnOn = new OperationRun(this, {
    end: operation => this.dispatchEvent(new ActionSuccessEvent(operation, () => this.#turnOn.undo(operation.id))),
    error: error => this.dispatchEvent(new ActionErrorEvent('turnAutoAssignOn', error)),
  });
  #dialog = new Dialog(this, {
    open: () => this.dispatchEvent(new Event('ck-open')),
    close: () => {
      this.#preview.pause();
      this.dispatchEvent(new Event('ck-close'));
    },
    lightDismiss: () => this.#typed === '',
  });
  #typed = '';
  #wrong = false;
  /** The count that the main button showed when it was pressed. */
  #shown: number | null = null;
  #moved: { was: number; count: number } | null = null;
  #undone: Operation | null = null;

  get running(): Operation | null {
    return this.#run.running ? this.#run.operation : null;
  }

  show(): void {
    this.#dialog.show();
    if (this.#asked && this.#counts && !this.#run.operation) this.#preview.keepFresh(this.campaignId);
  }

  close(): void {
    this.#dialog.close();
  }

  /** Shows an operation that was started elsewhere. */
  follow(operation: Operation): void {
    this.#run.follow(operation);
  }

  /** The field to type in comes with the count; whoever waits for it finds the focus there. */
  protected override updated(): void {
    const waits = this.shadowRoot?.activeElement?.classList.contains('title');
    if (waits) this.renderRoot.querySelector<HTMLElement>('#typed')?.focus();
  }

  protected override render() {
    const { operation } = this.#run;
    const kind = this.#kind;
    return this.#dialog.render({
      title: kind ? this.say(`${kind}.label` as WordKey) : '',
      about: this.campaign?.title,
      closeLabel: this.say('common.close'),
      body: html`<div class="stack">${operation ? this.#ran(operation) : this.#asking()}${this.#failure()}</div>`,
      footer: operation ? this.#ranFooter(operation) : this.#askingFooter(),
    });
  }

  get #kind() {
    return this.action ?? (this.#undone ?? this.#run.operation)?.kind ?? null;
  }

  get #asked(): AskedAction | null {
    return this.action && ({ name: this.action, input: {} } as AskedAction);
  }

  /** Whether it is about conversations that can be counted, and not the campaign itself. */
  get #counts(): boolean {
    return this.action !== null && faces[this.action].counts;
  }

  #asking() {
    const { action } = this;
    if (!action) return nothing;
    const lead = html`<p class="muted">${this.say(`${action}.help`)}</p>`;
    if (!this.#counts) return lead;
    const { value } = this.#preview;
    const count = value?.count ?? 0;
    return html`${lead}
    ${this.#moved ? notice(icons.info, html`<span class="number">${this.say('preview.moved', this.#moved)}</span>`) : nothing}
    ${
      value
        ? this.#counted(action, value)
        : queryStates(this, this.#preview, { skeleton: this.#counted(action, undefined), ready: () => nothing })
    }
    ${
      faces[action].danger === 'typed' && count > 0
        ? html`<p class="muted">${this.say('delete.kept', { count: undoDays })}</p>
            ${typedNumber(this, {
              count,
              value: this.#typed,
              wrong: this.#wrong,
              onEnter: () => this.#start(action, count),
              onInput: typed => {
                this.#typed = typed;
                this.#wrong = false;
                this.requestUpdate();
              },
            })}`
        : nothing
    }`;
  }

  #counted(action: CampaignActionName, shown: Preview | undefined): TemplateResult {
    return preview(this, {
      preview: shown,
      caption: this.say(captions[action] ?? 'caption.change', { count: shown?.count ?? 0 }),
      waiting: this.#preview.waiting,
      stale: this.#preview.stale,
    });
  }

  #askingFooter() {
    const { action } = this;
    if (!action) return nothing;
    const { danger } = faces[action];
    const count = this.#preview.value?.count ?? null;
    const nothingToDo = this.#counts && !count;
    const typedRight = danger !== 'typed' || readNumber(this.#typed) === count;
    const off = nothingToDo || this.#run.starting;
    const label = this.#run.starting
      ? this.say('progress.starting')
      : count === 0
        ? this.say('preview.none')
        : this.say(`${action}.deed`, { count: count ?? '…' });
    return html`${closeButton(this.say('common.cancel'), () => this.close())}
      <button
        class=${danger === 'no' ? 'button main' : 'button danger'}
        part="main"
        type="button"
        ?autofocus=${danger === 'no'}
        aria-disabled=${off || !typedRight ? 'true' : 'false'}
        @click=${() => (off ? undefined : this.#start(action, count))}
      >
        <span class="number">${label}</span>
      </button>`;
  }

  #start(action: CampaignActionName, count: number | null): void {
    const typed = readNumber(this.#typed);
    if (faces[action].danger === 'typed' && typed !== count) {
      this.#wrong = this.#typed !== '';
      this.requestUpdate();
      this.renderRoot.querySelector<HTMLElement>('#typed')?.focus();
      return;
    }
    if (!this.dispatchEvent(new ActionRequestEvent(action, this.#preview.value ?? null))) return;
    this.#shown = count;
    this.#moved = null;
    this.#preview.pause();
    const asked = this.#asked;
    if (!asked) return;
    const { campaignId } = this;
    void this.#run.start(`${action} ${campaignId} ${count}`, (api, requestKey) =>
      api.campaigns.runAction.mutate({
        campaignId,
        action: asked,
        previewed: count,
        requestKey,
        ...(typed === null ? {} : { typed }),
      }),
    );
  }

  #onError(error: KitError): void {
    const fresh = error.reason === 'refusal.stalePreview' ? (error.details as Preview | null) : null;
    if (fresh && this.#shown !== null) {
      this.#moved = { was: this.#shown, count: fresh.count };
      this.#typed = '';
      this.#preview.value = fresh;
      this.#run.error = null;
    } else {
      this.dispatchEvent(new ActionErrorEvent(this.#kind ?? 'undo', error));
    }
    if (!this.#run.operation && this.#counts && this.#dialog.open) this.#preview.keepFresh(this.campaignId, !fresh);
    this.requestUpdate();
  }

  #ran(operation: Operation) {
    // What was asked stays in sight, so that nothing jumps; what was started elsewhere has nothing to show.
    if (operation.state === 'running')
      return this.#asked ? html`<div class="stack" inert>${this.#asking()}</div>` : nothing;
    const undone = operation.kind === 'undo' && this.#undone?.total === 0;
    return result(this, {
      operation,
      line: undone ? this.say('result.undone') : undefined,
      undone: this.#undone?.kind,
      previewed: operation.kind === 'undo' ? null : this.#shown,
      next: this.#next(operation),
      undo: undoable(operation)
        ? {
            label: this.say(this.#run.starting ? 'result.undoing' : 'common.undo'),
            waiting: this.#run.starting,
            run: () => {
              this.#undone = operation;
              void this.#run.undo(operation.id);
            },
          }
        : undefined,
    });
  }

  /** Released conversations that nobody would be offered: say so, and offer the switch. */
  #next(operation: Operation) {
    const released = operation.kind === 'releaseUnsent' || operation.kind === 'releaseUnreplied';
    if (!released || operation.done === 0 || !this.campaign || this.campaign.autoAssign) return nothing;
    if (this.#turnOn.operation) return html`<p>${this.say('turnAutoAssignOn.done')}</p>`;
    return html`<p>
        ${this.say('result.autoAssignOff')}
        <button class="button link" part="link" type="button" @click=${this.#onTurnOn}>
          ${this.say('result.turnOn')}
        </button>
      </p>
      ${this.#turnOn.error ? failureNotice(this, this.#turnOn.error, this.#onTurnOn) : nothing}`;
  }

  #onTurnOn = (): void => {
    const { campaignId } = this;
    if (!this.dispatchEvent(new ActionRequestEvent('turnAutoAssignOn', null))) return;
    void this.#turnOn.start(`turnAutoAssignOn ${campaignId}`, (api, requestKey) =>
      api.campaigns.runAction.mutate({
        campaignId,
        action: { name: 'turnAutoAssignOn', input: {} },
        previewed: null,
        requestKey,
      }),
    );
  };

  #ranFooter(operation: Operation) {
    if (operation.state === 'running') {
      return html`<div class="wide">${progress(this, operation, this.#run.pace, () => void this.#run.cancel())}</div>`;
    }
    return closeButton(this.say('common.done'), () => this.close(), { main: true, autofocus: true });
  }

  #failure() {
    const { error, operation } = this.#run;
    const counting = this.#counts && !operation && !this.#preview.value;
    const over = counting ? nothing : sessionNotice(this);
    if (over !== nothing || !error) return over;
    const { action } = this;
    const again = action && !operation ? () => this.#start(action, this.#preview.value?.count ?? null) : null;
    return failureNotice(this, error, again);
  }

  static override styles = actionDialogStyles;
}
