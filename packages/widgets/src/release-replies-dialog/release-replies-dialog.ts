import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import type { CampaignMenu, Operation, Preview } from '../contract.ts';
import { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { OperationRun } from '../operation-run.ts';
import { closeButton } from '../parts/close-button.ts';
import { Dialog } from '../parts/dialog.ts';
import { duration } from '../parts/duration.ts';
import { icons } from '../parts/icons.ts';
import { preview } from '../parts/preview.ts';
import { progress } from '../parts/progress.ts';
import { failureLine, failureNotice, notice, queryStates } from '../parts/query-states.ts';
import { result, undoable } from '../parts/result.ts';
import { PreviewQuery } from '../preview-query.ts';
import { Query } from '../query.ts';
import { idleChoice, idleMinutesOf, usualIdle, type IdleChoice } from './idle-choice.ts';
import { refusal } from './refusal.ts';
import { releaseRepliesStyles } from './release-replies-dialog.styles.ts';
import { TurnOn } from './turn-on.ts';

const pauseMs = 250;

/**
 * Takes conversations whose contact waits for an answer from idle texters, back to the pool: of one campaign, or without
 * `campaign-id` of all active ones.
 *
 * @summary A dialog that releases unhandled replies.
 * @fires ck-open - The dialog is open.
 * @fires ck-close - The dialog has closed; what runs goes on.
 * @fires ck-action-request - The release is about to run; `preventDefault()` keeps it from running.
 * @fires ck-action-success - It has ended; `undo()` gives back what it changed.
 * @fires ck-action-error - It, or its undo, could not be started.
 * @csspart choice - One of the idle times.
 * @csspart input - A field to type in.
 * @csspart link - A button that looks like a link.
 */
export class ReleaseRepliesDialog extends KitElement {
  static override readonly tag = 'release-replies-dialog';
  static override readonly styles = releaseRepliesStyles;

  /** The campaign; without it all active campaigns. */
  @property({ type: Number, attribute: 'campaign-id' }) campaignId = 0;
  /** Whether the dialog is open; it takes this away itself when it closes. */
  @property({ type: Boolean, reflect: true }) open = false;

  #choice: IdleChoice = usualIdle;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The count that the main button showed when it was pressed. */
  #shown: number | null = null;
  #moved: { was: number; count: number } | null = null;
  #menu = new Query<CampaignMenu>(this, (api, signal) =>
    this.campaignId ? api.campaigns.menu.query({ campaignId: this.campaignId }, { signal }) : null,
  );
  #preview = new PreviewQuery(this, (api, signal) => {
    const idleMinutes = idleMinutesOf(this.#choice);
    if (idleMinutes === null) return null;
    if (!this.campaignId) return api.replies.previewReleaseAll.query({ idleMinutes }, { signal });
    const action = { name: 'releaseUnreplied' as const, input: { idleMinutes } };
    return api.campaigns.previewAction.query({ campaignId: this.campaignId, action }, { signal });
  });
  #run: OperationRun = new OperationRun(this, {
    end: operation => {
      this.dispatchEvent(new ActionSuccessEvent(operation, () => this.#run.undo(operation.id)));
      void this.#menu.run();
      this.#dialog.focusStep();
    },
    error: error => this.#onRefused(error),
  });
  #turnOn = new TurnOn(this, () => void this.#menu.run());
  #dialog = new Dialog(this, {
    open: () => this.dispatchEvent(new Event('ck-open')),
    close: () => this.#onClosed(),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** What runs now; a dialog that is closed meanwhile shows it again when it is opened. */
  get running(): Operation | null {
    return this.#run.running ? this.#run.operation : null;
  }

  /** Opens the dialog. */
  show(): void {
    this.open = true;
  }

  /** Closes the dialog. What runs goes on. */
  close(): void {
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('campaignId') && changed.get('campaignId') !== undefined) this.#forget();
    if (!changed.has('open')) return;
    if (this.open) this.#enter();
    else this.#dialog.close();
  }

  protected override render(): TemplateResult {
    const { operation } = this.#run;
    if (this.#forbidden) this.showState('forbidden', this.#forbidden);
    return this.#dialog.render({
      title: this.say(this.campaignId ? 'releaseReplies.titleOne' : 'releaseReplies.title'),
      about: this.campaignId ? this.#menu.value?.campaign.title : this.say('releaseReplies.scope'),
      closeLabel: this.say('common.close'),
      body: this.open
        ? html`<div class="stack">
            ${operation ? this.#ran(operation) : this.#refused ? refusal(this.#refused) : this.#asking()}
            ${this.#run.error ? failureNotice(this, this.#run.error, operation ? null : () => this.#release()) : nothing}
          </div>`
        : nothing,
      footer: this.#footer(operation),
    });
  }

  /** Why replies may not be released now, or not by this reader, in words; null when they may. */
  get #refused(): string | null {
    const forbidden = this.#forbidden;
    if (forbidden) return failureLine(this, forbidden);
    const refusal = this.#menu.value?.actions.find(({ name }) => name === 'releaseUnreplied')?.refusal;
    return refusal ? this.say(refusal.reason, refusal.values) : null;
  }

  get #forbidden(): KitError | null | undefined {
    return [this.#menu.error, this.#preview.error].find(error => error?.code === 'forbidden');
  }

  #asking(): TemplateResult {
    const { value } = this.#preview;
    return html`${idleChoice(this, { choice: this.#choice, onChoose: choice => this.#choose(choice) })}
      <div class="counted stack">
        ${this.#moved ? notice(icons.info, this.say('preview.moved', this.#moved)) : nothing}
        ${queryStates(this, this.#preview, {
          skeleton: this.#counted(undefined),
          ready: shown => this.#counted(shown),
        })}
        ${
          value?.oldestWaitingSince && !this.#preview.old
            ? html`<p class="muted">
                ${this.say('releaseReplies.oldest', {
                  duration: duration(this.locale, (value.at - value.oldestWaitingSince) / 60_000),
                })}
              </p>`
            : nothing
        }
      </div>`;
  }

  #counted(shown: Preview | undefined): TemplateResult {
    return preview(this, {
      preview: shown,
      caption: this.say('caption.release', { count: shown?.count ?? 0 }),
      waiting: this.#counting,
      stale: this.#preview.stale,
      old: this.#preview.old,
    });
  }

  get #counting(): boolean {
    return this.#timer !== undefined || this.#preview.waiting;
  }

  #footer(operation: Operation | null): TemplateResult {
    const close = (label: 'common.cancel' | 'common.close') => closeButton(this.say(label), () => this.close());
    if (operation && this.#run.running) {
      return html`<div class="wide">${progress(this, operation, this.#run.pace, () => void this.#run.cancel())}</div>`;
    }
    if (operation) {
      return closeButton(this.say('common.done'), () => this.close(), { main: true, autofocus: true });
    }
    if (this.#refused) return close('common.close');
    const count = this.#preview.old ? undefined : this.#preview.value?.count;
    const off = !count || this.#run.starting || this.#counting || idleMinutesOf(this.#choice) === null;
    const label = this.#run.starting
      ? this.say('progress.starting')
      : count === 0
        ? this.say('releaseReplies.nobody')
        : this.say('releaseReplies.deed', { count: count ?? '…' });
    return html`${close('common.cancel')}
      <button
        class="button main number"
        part="main"
        type="button"
        aria-disabled=${off ? 'true' : 'false'}
        @click=${() => {
          if (!off) this.#release();
        }}
      >
        ${label}
      </button>`;
  }

  #ran(operation: Operation): TemplateResult | typeof nothing {
    if (operation.state === 'running') return nothing;
    return result(this, {
      operation,
      previewed: operation.kind === 'undo' ? null : this.#shown,
      next:
        operation.kind === 'releaseUnreplied' && operation.done > 0
          ? this.#turnOn.render(this.#menu.value?.campaign)
          : nothing,
      undo: undoable(operation)
        ? {
            label: this.say(this.#run.starting ? 'result.undoing' : 'common.undo'),
            waiting: this.#run.starting,
            run: () => void this.#run.undo(operation.id),
          }
        : undefined,
    });
  }

  #enter(): void {
    this.#dialog.show();
    if (this.#run.operation) return;
    this.#preview.keepFresh(this.campaignId || null);
    void this.#menu.run();
  }

  #choose(choice: IdleChoice): void {
    if (idleMinutesOf(choice) !== idleMinutesOf(this.#choice)) this.#preview.settingsChanged();
    this.#choice = choice;
    this.#moved = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (idleMinutesOf(choice) !== null) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        void this.#preview.run();
      }, pauseMs);
    }
    this.requestUpdate();
  }

  #release(): void {
    const idleMinutes = idleMinutesOf(this.#choice);
    const { value } = this.#preview;
    if (idleMinutes === null || !value) return;
    const { campaignId } = this;
    const kind = campaignId ? 'releaseUnreplied' : 'releaseReplies';
    if (!this.dispatchEvent(new ActionRequestEvent(kind, value))) return;
    const previewed = value.count;
    this.#shown = previewed;
    this.#moved = null;
    this.#preview.pause();
    const action = { name: 'releaseUnreplied' as const, input: { idleMinutes } };
    void this.#run.start(JSON.stringify([campaignId, idleMinutes, previewed]), (api, requestKey) =>
      campaignId
        ? api.campaigns.runAction.mutate({ campaignId, action, previewed, requestKey })
        : api.replies.releaseAll.mutate({ idleMinutes, previewed, requestKey }),
    );
  }

  /** A number that moved too far is shown beside the old one, and asked again; nothing was changed. */
  #onRefused(error: KitError): void {
    const fresh = error.reason === 'refusal.stalePreview' ? (error.details as Preview | null) : null;
    if (fresh && this.#shown !== null) {
      this.#moved = { was: this.#shown, count: fresh.count };
      this.#preview.value = fresh;
      this.#run.error = null;
    } else {
      this.dispatchEvent(new ActionErrorEvent(this.campaignId ? 'releaseUnreplied' : 'releaseReplies', error));
    }
    if (this.open && !this.#run.operation) this.#preview.keepFresh(this.campaignId || null, !fresh);
    this.requestUpdate();
  }

  #onClosed(): void {
    this.open = false;
    this.#preview.pause();
    if (this.#run.operation && !this.#run.running) this.#forget();
    this.dispatchEvent(new Event('ck-close'));
  }

  #forget(): void {
    this.#choice = usualIdle;
    this.#moved = null;
    this.#run.reset();
    this.#turnOn.forget();
    this.#menu.reset();
    this.#preview.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'release-replies-dialog': ReleaseRepliesDialog;
  }
}
