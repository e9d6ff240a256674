import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { en } from '@campaign-kit/shared/words/en';
import type { SendingStatus } from '../contract.ts';
import { KitElement } from '../element.ts';
import { Dialog } from '../parts/dialog.ts';
import { icons } from '../parts/icons.ts';
import { failureNotice, queryStates } from '../parts/query-states.ts';
import { PreviewQuery } from '../preview-query.ts';
import type { SendingDeed } from '../sending-events.ts';
import { automaticSendingStyles } from './automatic-sending.styles.ts';
import { conditionOf, conditions } from './condition.ts';
import { forecastLines, heldLine, opensLine } from './forecast-lines.ts';
import { choiceOf, limitChoice, limitOf, type LimitChoice } from './limit-choice.ts';
import { isNothingToSend, nothingToSend, offLines } from './off-lines.ts';
import { sentLines } from './sent-lines.ts';
import { startDialog } from './start-dialog.ts';
import { Steering } from './steering.ts';
import { stoppedNotice } from './stopped-notice.ts';

const pauseMs = 250;

/**
 * A campaign that sends its initial messages by itself: how far it is, when the last one leaves, how fast it may go, and
 * why it does not where it does not. What texters hold never goes out by itself.
 *
 * @summary Automatic sending of one campaign.
 * @fires ck-sending-change - It was started, paused, resumed, turned off or given another limit: `deed` and `campaignId`.
 * @fires ck-sending-error - It could not be; `deed` and `error`.
 * @csspart state - The mark and the word that say how it stands.
 * @csspart main - The button that starts, and the one that does it in the dialog.
 * @csspart button - Any other button.
 * @cssState empty - Nobody waits for an initial message.
 */
export class AutomaticSending extends KitElement {
  static override readonly tag = 'automatic-sending';
  static override readonly english = en;
  static override readonly styles = automaticSendingStyles;

  /** The campaign that sends. */
  @property({ attribute: 'campaign-id', type: Number }) campaignId = 0;

  /** The limit that is being chosen, in the dialog or in its place; null: none is. */
  #choice: LimitChoice | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** What is to have the focus once it is drawn. */
  #focus: string | null = null;
  #status = new PreviewQuery<SendingStatus>(this, (api, signal) => {
    const { campaignId } = this;
    const perHour = this.#choice ? limitOf(this.#choice) : undefined;
    return campaignId > 0 ? api.sending.status.query({ campaignId, perHour }, { signal }) : null;
  });
  #steering = new Steering(this, () => this.#status.run());
  #dialog = new Dialog(this, { close: () => this.#choose(null) });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('campaignId')) return;
    this.#dialog.close();
    this.#choice = null;
    this.#steering.forget();
    this.#status.reset();
    this.#status.keepFresh(this.campaignId);
  }

  protected override updated(): void {
    if (this.#focus === null) return;
    this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = null;
  }

  protected override render(): TemplateResult {
    const problem = this.#problem();
    const { value } = this.#status;
    return html`<div class="sending" role="group" aria-label=${this.say('sending.title')}>
        ${queryStates(this, this.#status, {
          skeleton: this.#skeleton(),
          isEmpty: isNothingToSend,
          empty: value ? nothingToSend(this, value) : nothing,
          ready: status => this.#ready(status),
        })}
        ${this.#dialog.open ? nothing : problem}
      </div>
      ${startDialog(this, this.#dialog, {
        status: value,
        limit: this.#dialog.open ? this.#limits() : nothing,
        problem,
        off: this.#unsure || this.#steering.busy !== null,
        busy: this.#steering.busy === 'start',
        onStart: () => void this.#apply('start'),
      })}`;
  }

  #ready(status: SendingStatus): TemplateResult {
    const condition = conditionOf(status);
    const { mark, word } = conditions[condition];
    return html`<div class="head">
        <p class="state ${condition}" part="state" role="status" tabindex="-1">${mark}<span>${this.say(word)}</span></p>
        <div class="row">${this.#buttons(status)}</div>
      </div>
      ${this.#status.stale ? nothing : stoppedNotice(this, status)} ${this.#why(status)}
      ${status.state === 'off' ? offLines(this, status) : this.#on(status)}`;
  }

  /** Why nothing can go out by itself, where it is not failures: those say it themselves. */
  #why({ blocked, stopped }: SendingStatus): TemplateResult | typeof nothing {
    if (!blocked || stopped) return nothing;
    return html`<p class="warned" id="why">${icons.info}<span>${this.say(blocked)}</span></p>`;
  }

  #buttons(status: SendingStatus): TemplateResult {
    const { state, stopped, blocked, remaining } = status;
    if (state === 'off') {
      const off = blocked !== null || stopped !== null;
      return html`${stopped ? this.#button('resume') : nothing}
      ${
        remaining > 0
          ? html`<button
              class="button ${stopped ? '' : 'main'}"
              part=${stopped ? 'button' : 'main'}
              id="start"
              type="button"
              aria-disabled=${off ? 'true' : 'false'}
              aria-describedby=${blocked && !stopped ? 'why' : nothing}
              @click=${() => !off && this.#open(status)}
            >
              ${this.say('sending.start')}
            </button>`
          : nothing
      }`;
    }
    return html`${this.#button(stopped || state === 'paused' ? 'resume' : 'pause')} ${this.#button('off')}`;
  }

  #button(deed: 'pause' | 'resume' | 'off'): TemplateResult {
    const word = ({ pause: 'sending.pause', resume: 'sending.resume', off: 'sending.turnOff' } as const)[deed];
    const look = deed === 'resume' ? 'main' : deed === 'off' ? 'quiet' : '';
    return html`<button
      class="button ${look}"
      part=${deed === 'resume' ? 'main' : 'button'}
      type="button"
      aria-disabled=${this.#steering.busy ? 'true' : 'false'}
      @click=${() => void this.#steer(deed)}
    >
      ${this.say(word)}
    </button>`;
  }

  #on(status: SendingStatus): TemplateResult {
    const { state, stopped, startedBy } = status;
    return html`<div class="lines">
        ${sentLines(this, status)}
        ${state === 'paused' && !stopped ? html`<p>${this.say('sending.pausedHelp')}</p>` : nothing}
        ${state === 'running' ? opensLine(this, status) : nothing}
        ${this.#editing ? nothing : forecastLines(this, status)} ${heldLine(this, status)}
      </div>
      ${this.#editing ? this.#editor() : this.#limitLine(status)}
      ${startedBy ? html`<p class="muted small" dir="auto">${this.say('sending.by', { name: startedBy.name })}</p>` : nothing}`;
  }

  #limitLine({ perHour, numbersPerHour }: SendingStatus): TemplateResult {
    const said =
      perHour === null
        ? this.say('sending.noLimit', { count: numbersPerHour })
        : this.say('sending.limit', { count: perHour });
    return html`<p class="row number">
      <span>${said}</span>
      <button
        class="button link"
        part="button"
        id="change"
        type="button"
        @click=${() => {
          this.#focus = '.limits input:checked';
          this.#choose(choiceOf(perHour));
        }}
      >
        ${this.say('sending.change')}
      </button>
    </p>`;
  }

  #editor(): TemplateResult {
    return html`<div class="editor" @keydown=${this.#onEditorKey}>
      ${this.#limits()}
      <div class="row">
        <button
          class="button main"
          part="main"
          type="button"
          aria-disabled=${this.#unsure || this.#steering.busy ? 'true' : 'false'}
          @click=${() => void this.#apply('limit')}
        >
          ${this.say('sending.setLimit')}
        </button>
        <button class="button quiet" part="button" type="button" @click=${() => this.#closeEditor()}>
          ${this.say('common.cancel')}
        </button>
      </div>
    </div>`;
  }

  /** The choice and what it means for the end; dimmed until it is reckoned with what is chosen. */
  #limits(): TemplateResult | typeof nothing {
    const { value, old } = this.#status;
    if (!this.#choice || !value) return nothing;
    return html`${limitChoice(this, {
        status: value,
        choice: this.#choice,
        onChoose: choice => this.#choose(choice),
        onEnter: () => void this.#apply(this.#dialog.open ? 'start' : 'limit'),
      })}
      <div class="effect ${old ? 'old' : ''}" role="status">${forecastLines(this, value)}</div>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const { error } = this.#steering;
    return error ? failureNotice(this, error, () => this.#steering.again()) : nothing;
  }

  /** Of the final height, so that nothing moves when the numbers come. */
  #skeleton(): TemplateResult {
    return html`<div class="skeleton" role="status" aria-label=${this.say('sending.loading')}>
      <div class="head"><span class="bone"></span></div>
      <div class="lines"><span class="bone long"></span><span class="bone long"></span></div>
    </div>`;
  }

  get #editing(): boolean {
    return this.#choice !== null && !this.#dialog.open;
  }

  get #unsure(): boolean {
    return this.#choice !== null && limitOf(this.#choice) === undefined;
  }

  #open({ perHour }: SendingStatus): void {
    this.#steering.forget();
    this.#dialog.show();
    this.#choose(choiceOf(perHour));
  }

  #choose(choice: LimitChoice | null): void {
    const limit = () => (this.#choice ? limitOf(this.#choice) : this.#status.value?.perHour);
    const before = limit();
    this.#choice = choice;
    clearTimeout(this.#typing);
    if (limit() !== undefined && limit() !== before) {
      this.#status.settingsChanged();
      this.#typing = setTimeout(() => void this.#status.run(), choice ? pauseMs : 0);
    }
    this.requestUpdate();
  }

  async #apply(deed: 'start' | 'limit'): Promise<void> {
    const perHour = this.#choice ? limitOf(this.#choice) : undefined;
    if (perHour === undefined) return;
    const done = await this.#steering.do(deed, (sending, campaignId) => sending[deed].mutate({ campaignId, perHour }));
    if (done && deed === 'limit') this.#closeEditor();
    if (!done || deed === 'limit') return;
    this.#dialog.close();
    this.#focus = '.state';
  }

  async #steer(deed: Exclude<SendingDeed, 'start' | 'limit'>): Promise<void> {
    const done = await this.#steering.do(deed, (sending, campaignId) =>
      sending[deed === 'off' ? 'stop' : deed].mutate({ campaignId }),
    );
    if (done && deed === 'off') this.#focus = '.state';
    this.requestUpdate();
  }

  /** Whoever has gone on meanwhile keeps the focus where it is. */
  #closeEditor(): void {
    const inside = this.shadowRoot?.activeElement?.closest('.editor');
    this.#steering.forget();
    this.#choose(null);
    if (inside) this.#focus = '#change';
  }

  #onEditorKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    // Else it would close a dialog of the host's around it.
    event.preventDefault();
    this.#closeEditor();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'automatic-sending': AutomaticSending;
  }
}
