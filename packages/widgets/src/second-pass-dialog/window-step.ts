import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { recommendedWindowMinutes } from '@campaign-kit/shared/campaign-actions/mark-second-pass';
import type { KitElement } from '../element.ts';
import { icons } from '../parts/icons.ts';
import { preview } from '../parts/preview.ts';
import { failureLine, failureNotice } from '../parts/query-states.ts';
import { PreviewQuery } from '../preview-query.ts';
import { usualWindow, windowMinutes, type WindowChoice } from './window-choice.ts';

const pauseMs = 250;

/** The second screen: who is marked. The number follows the choices; the last one stays until the next is known. */
export class WindowStep implements ReactiveController {
  choice: WindowChoice = usualWindow;
  readonly preview: PreviewQuery;
  #host: KitElement & { campaignId: number };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: KitElement & { campaignId: number }) {
    this.#host = host;
    host.addController(this);
    this.preview = new PreviewQuery(host, (api, signal) => {
      const { campaignId } = host;
      const { input } = this;
      if (!campaignId || !input) return null;
      return api.campaigns.previewAction.query({ campaignId, action: { name: 'markSecondPass', input } }, { signal });
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The choices as the action takes them; null where what is typed is not a window. */
  get input(): { windowMinutes: number | null; excludeNewer: boolean } | null {
    const minutes = windowMinutes(this.choice);
    return minutes === undefined ? null : { windowMinutes: minutes, excludeNewer: this.choice.excludeNewer };
  }

  /** A number is shown that belongs to other choices, or to none. */
  get counting(): boolean {
    return this.#timer !== undefined || this.preview.waiting || this.preview.value === undefined;
  }

  /** Counts, and goes on counting as the campaign changes, until `pause`. */
  count(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.preview.keepFresh(this.#host.campaignId);
  }

  pause(): void {
    this.preview.pause();
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.choice = usualWindow;
    this.preview.pause();
    this.preview.reset();
  }

  /** Why one cannot go on from here, or null. Nothing is said while the number is still being counted. */
  get problem(): string | null {
    if (!this.input) return this.#host.say('secondPass.window.invalid');
    const { error, stale } = this.preview;
    if (error) return stale ? this.#host.say('preview.stale') : failureLine(this.#host, error);
    const nobody = !this.counting && this.preview.value?.count === 0;
    return nobody ? this.#host.say('secondPass.window.nobody') : null;
  }

  /** It stands on the screen already, at what it is about. */
  get problemIsAbove(): boolean {
    return this.input === null || this.preview.error !== null;
  }

  render(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const { excludeRecent, excludeNewer } = this.choice;
    const { value, error } = this.preview;
    const count = value?.count ?? 0;
    return html`<div class="stack">
      <div class="choices">
        <label class="choice" part="choice">
          <input
            type="checkbox"
            role="switch"
            .checked=${excludeRecent}
            aria-describedby="recent-help"
            @change=${(event: Event) => this.#choose({ excludeRecent: checked(event) })}
          />
          <span>
            ${say('secondPass.window.recent')}
            <span id="recent-help" class="hint">
              ${say(excludeRecent ? 'secondPass.window.recentHelp' : 'secondPass.window.recentOff')}
            </span>
          </span>
        </label>
        ${excludeRecent ? this.#duration() : nothing}
        <label class="choice" part="choice">
          <input
            type="checkbox"
            role="switch"
            .checked=${excludeNewer}
            aria-describedby="newer-help"
            @change=${(event: Event) => this.#choose({ excludeNewer: checked(event) })}
          />
          <span>
            ${say('secondPass.window.newer')}
            <span id="newer-help" class="hint">${say('secondPass.window.newerHelp')}</span>
          </span>
        </label>
      </div>
      <div class="counted stack">
        ${preview(this.#host, {
          preview: value,
          caption: say('secondPass.window.count', { count }),
          waiting: this.counting && this.input !== null,
          stale: this.preview.stale,
        })}
        ${error ? failureNotice(this.#host, error, () => this.count()) : nothing}
      </div>
    </div>`;
  }

  #duration(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const minutes = windowMinutes(this.choice);
    const wrong = minutes === undefined;
    const short = typeof minutes === 'number' && minutes < recommendedWindowMinutes;
    return html`<fieldset class="field duration" aria-describedby="duration-note">
      <legend class="small muted">${say('secondPass.window.textedWithin')}</legend>
      <div class="row">
        ${this.#number('days', say('secondPass.window.days'), wrong)}
        ${this.#number('hours', say('secondPass.window.hours'), wrong)}
      </div>
      <div id="duration-note" aria-live="polite">
        ${
          wrong
            ? html`<p class="problem">${say('secondPass.window.invalid')}</p>`
            : short
              ? html`<p class="note">
                  <span class="mark warning">${icons.warning}</span
                  >${say('secondPass.window.short', { hours: recommendedWindowMinutes / 60 })}
                </p>`
              : nothing
        }
      </div>
    </fieldset>`;
  }

  #number(name: 'days' | 'hours', label: string, wrong: boolean): TemplateResult {
    return html`<label class="unit" for=${name}>
      <input
        id=${name}
        class="input number"
        part="input"
        inputmode="numeric"
        autocomplete="off"
        maxlength="5"
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${this.choice[name]}
        @input=${(event: Event) => this.#choose({ [name]: (event.target as HTMLInputElement).value })}
      />
      ${label}
    </label>`;
  }

  #choose(change: Partial<WindowChoice>): void {
    this.choice = { ...this.choice, ...change };
    clearTimeout(this.#timer);
    this.#timer = this.input ? setTimeout(() => this.count(), pauseMs) : undefined;
    this.#host.requestUpdate();
  }
}

const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
