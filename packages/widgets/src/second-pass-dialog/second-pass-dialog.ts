import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WordKey } from '@campaign-kit/shared/words/en';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import type { Operation, Preview, SecondPassStart } from '../contract.ts';
import { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { OperationRun } from '../operation-run.ts';
import { closeButton } from '../parts/close-button.ts';
import { Dialog } from '../parts/dialog.ts';
import { dialogSteps } from '../parts/dialog-steps.ts';
import { icons } from '../parts/icons.ts';
import { progress } from '../parts/progress.ts';
import { notice, queryStates } from '../parts/query-states.ts';
import { Query } from '../query.ts';
import { keepDraft, takeDraft } from './draft.ts';
import { mainButton } from './main-button.ts';
import { NextSteps } from './next-steps.ts';
import { refusedScreen } from './refused-screen.ts';
import { resultScreen } from './result-screen.ts';
import { reviewAlert, unheard } from './review-alert.ts';
import { reviewStep } from './review-step.ts';
import { ScriptStep } from './script-step.ts';
import { secondPassStyles } from './second-pass-dialog.styles.ts';
import { steps, stepSaid, type StepName } from './steps.ts';
import { UnsentStep } from './unsent-step.ts';
import { WindowStep } from './window-step.ts';

/**
 * Marks a campaign for a second pass, one decision a screen. What is typed stays until the mark is done: through steps
 * back, a lost session, and the dialog being closed.
 *
 * @summary A guided dialog that marks a campaign for a second pass.
 * @fires ck-open - The dialog is open.
 * @fires ck-close - The dialog has closed; what runs goes on.
 * @fires ck-action-request - The mark, or a step after it, is about to run; `preventDefault()` keeps it from running.
 * @fires ck-action-success - It has ended; `undo()` gives back what it changed.
 * @fires ck-action-error - It, or its undo, could not be started.
 * @cssState empty - The campaign has no contacts.
 */
export class SecondPassDialog extends KitElement {
  static override readonly tag = 'second-pass-dialog';
  static override readonly styles = secondPassStyles;

  /** The campaign that is marked. */
  @property({ type: Number, attribute: 'campaign-id' }) campaignId = 0;
  /** Whether the dialog is open; it takes this away itself when it closes. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private at: StepName = 'unsent';
  /** The number that was shown when the server found another one. */
  @state() private previewed: number | null = null;

  #shown = 0;
  /** The count at the time of a failure. */
  #counted: Preview | undefined;
  #known: SecondPassStart | undefined;
  #start = new Query<SecondPassStart>(this, (api, signal) =>
    !this.campaignId ? null : api.secondPass.start.query({ campaignId: this.campaignId }, { signal }),
  );
  #unsent = new UnsentStep(this, () => void this.#start.run());
  #window = new WindowStep(this);
  #script = new ScriptStep(this);
  #next = new NextSteps(this);
  #run: OperationRun = new OperationRun(this, {
    end: operation => {
      this.#next.load();
      this.dispatchEvent(new ActionSuccessEvent(operation, () => this.#run.undo()));
      this.#dialog.focusStep();
    },
    error: error => this.#onRefused(error),
  });
  #dialog = new Dialog(this, {
    open: () => this.dispatchEvent(new Event('ck-open')),
    close: () => this.#onClosed(),
    lightDismiss: () => this.at === 'unsent' || this.at === 'window' || this.#finished,
  });

  /** What runs now; a dialog that is closed meanwhile shows it again when it is opened. */
  get running(): Operation | null {
    return this.#run.running ? this.#run.operation : null;
  }

  /** Opens the dialog. */
  show(): void {
    this.open = true;
  }

  /** Closes the dialog. What runs goes on; what was typed is kept for the next time. */
  close(): void {
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('campaignId') && changed.get('campaignId')) this.#forget();
    const { value, waiting, error } = this.#start;
    if (value && value !== this.#known) {
      const first = this.#known === undefined;
      this.#known = value;
      this.#script.suggest(value);
      this.#unsent.load(value);
      if (first && this.at === 'unsent' && value.unsent.count === 0 && !value.refusal) this.#go('window');
    }
    this.#forgetOldAlert();
    if (this.open && this.kit && !value && !waiting && !error) void this.#start.run();
    if (changed.has('open')) {
      if (this.open) this.#enter();
      else this.#dialog.close();
    }
  }

  protected override render(): TemplateResult {
    const start = this.#start.value;
    const refused = start?.refusal ?? null;
    const at = steps.indexOf(this.at);
    const stepping = start && start.contacts > 0 && !refused && !this.#finished;
    return this.#dialog.render({
      title: this.say('secondPass.title'),
      about: this.#next.title ?? (this.#marked ? this.#script.title.trim() : start?.campaign.title),
      closeLabel: this.say('common.close'),
      body: this.open ? this.#body() : nothing,
      footer: this.#footer(),
      steps: stepping
        ? dialogSteps({
            names: steps.map(name => this.say(`secondPass.step.${name}`)),
            at,
            label: this.say('steps.label'),
            back: !this.#run.running &&
              at > 0 && { label: this.say('common.back'), go: () => this.#go(steps[at - 1] ?? 'unsent') },
          })
        : undefined,
    });
  }

  #body(): TemplateResult | typeof nothing {
    return queryStates(this, this.#start, {
      skeleton: html`<div class="stack" aria-busy="true">
        <span class="bone wide"></span><span class="bone long"></span><span class="bone long"></span>
      </div>`,
      isEmpty: start => start.contacts === 0,
      empty: notice(icons.info, this.say('secondPass.noContacts')),
      ready: start => {
        if (start.refusal && !this.#run.operation) return refusedScreen(this, start.refusal);
        return this.#finished
          ? resultScreen(this, {
              operation: this.#run.operation!,
              run: this.#run,
              next: this.#next,
              previewed: this.#shown,
            })
          : html`${stepSaid(this, this.at)}${this.#screen(start)}`;
      },
    });
  }

  #screen(start: SecondPassStart): TemplateResult {
    if (this.at === 'unsent') return this.#unsent.render(start);
    if (this.at === 'window')
      return html`<div class="stack">${this.#unsent.skipped(start)}${this.#window.render()}</div>`;
    if (this.at === 'script') return this.#script.render();
    return reviewStep(this, {
      start,
      alert: reviewAlert(this, {
        run: this.#run,
        preview: this.#window.preview,
        mark: () => this.#mark(unheard(this.#run) ? this.#shown : undefined),
        count: () => this.#window.count(),
      }),
      notes: this.#script.warnings,
      preview: this.#window.preview.value,
      stale: this.#window.preview.stale,
      choice: this.#window.choice,
      title: this.#script.title,
      filled: this.#script.filled,
      segmentCount: this.#script.segmentCount,
      previewed: this.previewed,
      goTo: this.#run.running || this.#run.starting ? null : step => this.#go(step),
    });
  }

  #footer(): TemplateResult | typeof nothing {
    const start = this.#start.value;
    const { operation } = this.#run;
    const close = (label: WordKey, main = false) => closeButton(this.say(label), () => this.close(), { main });
    if (this.#run.running && operation) {
      return html`<div class="wide">${progress(this, operation, this.#run.pace, () => void this.#run.cancel())}</div>`;
    }
    if (this.#finished) return close('common.done', true);
    if (!start || start.refusal || start.contacts === 0) return close('common.close');
    if (this.at === 'unsent' && this.#unsent.run.running) return close('common.close');
    return html`${close('common.cancel')}${this.#main(start)}`;
  }

  #main(start: SecondPassStart): TemplateResult {
    const goOn = () => this.#go(steps[steps.indexOf(this.at) + 1] ?? 'review');
    if (this.at === 'unsent') return mainButton(this.#unsent.main(start, goOn));
    if (this.at !== 'review') {
      const { problem } = this.at === 'window' ? this.#window : this.#script;
      const saidAbove = this.at === 'script' || this.#window.problemIsAbove;
      return mainButton({ label: this.say('secondPass.continue'), problem, saidAbove, act: goOn });
    }
    const count = this.#window.preview.value?.count ?? '…';
    return mainButton({
      label: this.say('markSecondPass.deed', { count }),
      problem: this.#window.problem ?? this.#script.problem,
      saidAbove: this.#window.problemIsAbove,
      waiting: this.#run.starting || this.#window.counting,
      act: () => this.#mark(),
    });
  }

  get #finished(): boolean {
    return this.#run.operation !== null && !this.#run.running;
  }

  get #marked(): boolean {
    return this.#finished && this.#run.operation?.kind === 'markSecondPass';
  }

  #go(step: StepName): void {
    if (step === 'unsent') this.#window.pause();
    else if (this.at === 'unsent' || this.#window.preview.error) this.#window.count();
    this.at = step;
    this.previewed = null;
    this.#run.error = null;
    void this.updateComplete.then(() => this.renderRoot.querySelector('.body')?.scrollTo(0, 0));
  }

  #mark(previewed = this.#window.preview.value?.count): void {
    const { campaignId } = this;
    const preview = this.#window.preview.value;
    const chosen = this.#window.input;
    if (!campaignId || !preview || previewed === undefined || !chosen) return;
    if (!this.dispatchEvent(new ActionRequestEvent('markSecondPass', preview))) return;
    const input = { ...chosen, script: this.#script.script.trim(), title: this.#script.title.trim() };
    const action = { name: 'markSecondPass' as const, input };
    this.#shown = previewed;
    this.#window.pause();
    void this.#run.start(JSON.stringify([campaignId, action, previewed]), (api, requestKey) =>
      api.campaigns.runAction.mutate({ campaignId, action, previewed, requestKey }),
    );
  }

  /** A number that moved too far is shown beside the old one, and asked again; nothing was changed. */
  #onRefused(error: KitError): void {
    if (error.reason === 'refusal.stalePreview' && error.details) {
      this.previewed = this.#shown;
      this.#window.preview.value = error.details as Preview;
      this.#window.preview.error = null;
    } else if (error.code === 'conflict') void this.#start.run();
    this.#counted = this.#window.preview.value;
    if (this.open && !this.#run.operation) this.#window.preview.keepFresh(this.campaignId, !error.details);
    this.dispatchEvent(new ActionErrorEvent('markSecondPass', error));
  }

  /** The network is back and the count as it was. Is it another, the mark may have run unheard of: *Try again* stays. */
  #forgetOldAlert(): void {
    const { value, error, waiting } = this.#window.preview;
    if (!unheard(this.#run) || error || waiting || !value || value === this.#counted) return;
    if (value.count === this.#shown) this.#run.error = null;
  }

  #enter(): void {
    const draft = takeDraft(this.kit, this.campaignId);
    if (draft && !this.#run.operation) {
      this.#window.choice = draft.choice;
      this.#script.typed = draft.typed;
    }
    this.#dialog.show();
    if (this.#start.value && !this.#start.waiting) void this.#start.run();
    if (this.at !== 'unsent' && !this.#run.operation) this.#window.count();
  }

  #onClosed(): void {
    this.open = false;
    this.#window.pause();
    if (this.#finished) this.#forget();
    else if (!this.#run.operation) {
      keepDraft(this.kit, this.campaignId, { choice: this.#window.choice, typed: this.#script.typed });
    }
    this.dispatchEvent(new Event('ck-close'));
  }

  #forget(): void {
    this.at = 'unsent';
    this.previewed = null;
    this.#known = undefined;
    for (const part of [this.#unsent, this.#window, this.#script, this.#next]) part.forget();
    this.#run.reset();
    this.#start.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'second-pass-dialog': SecondPassDialog;
  }
}
