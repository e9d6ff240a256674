import { html, nothing, type TemplateResult } from 'lit';
import { undoDays } from '@campaign-kit/shared/operation';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Preview, SecondPassStart } from '../contract.ts';
import { duration } from '../parts/duration.ts';
import { icons } from '../parts/icons.ts';
import { share } from '../parts/number.ts';
import { sum } from '../parts/sum.ts';
import type { Voice } from '../parts/voice.ts';
import type { StepName } from './steps.ts';
import { windowMinutes, type WindowChoice } from './window-choice.ts';

type Reviewed = {
  start: SecondPassStart;
  /** Why it could not be marked or counted. */
  alert: TemplateResult | typeof nothing;
  /** What should be looked at again in the script. */
  notes: string[];
  preview: Preview | undefined;
  /** The last count failed. */
  stale: boolean;
  choice: WindowChoice;
  title: string;
  /** As the sample contact gets it. */
  filled: string;
  segmentCount: number;
  /** The number that was shown before the server found another one. */
  previewed: number | null;
  /** Null while it runs: nothing can be changed then. */
  goTo: ((step: StepName) => void) | null;
};

/**
 * The last screen: everything that was chosen, each with its way back, before the one button that does it.
 *
 * @csspart review - What was chosen, before the mark.
 * @csspart link - A button that looks like a link.
 */
export function reviewStep(voice: Voice, reviewed: Reviewed): TemplateResult {
  const { start, preview, title, filled, segmentCount, previewed, goTo } = reviewed;
  const count = preview?.count ?? 0;
  const leftOut = preview ? preview.total - preview.count : 0;
  const line = (term: WordKey, said: TemplateResult | string, step: StepName) =>
    html`<div>
      <dt>${voice.say(term)}</dt>
      <dd>${said}</dd>
      ${
        goTo
          ? html`<dd class="edit">
              <button
                class="button link"
                part="link"
                type="button"
                aria-label=${voice.say('secondPass.review.changeWhat', { what: voice.say(term) })}
                @click=${() => goTo(step)}
              >
                ${voice.say('secondPass.review.change')}
              </button>
            </dd>`
          : nothing
      }
    </div>`;
  return html`<div class="stack">
    ${reviewed.alert}
    ${
      previewed === null
        ? nothing
        : html`<p class="note" role="alert">
            <span class="mark warning">${icons.warning}</span>
            <span class="number">${voice.say('preview.moved', { was: previewed, count })}</span>
          </p>`
    }
    <p class=${reviewed.stale ? 'sum stale' : 'sum'}>
      ${preview ? sum(voice, voice.say('secondPass.window.count', { count }), count) : html`<span class="count">…</span>`}
    </p>
    ${reviewed.stale ? html`<p class="problem">${voice.say('preview.stale')}</p>` : nothing}
    ${reviewed.notes.length > 0 ? scriptNotes(voice, reviewed.notes, goTo) : nothing}
    <dl class="review" part="review">
      ${line(
        'secondPass.review.leftOut',
        html`<span class="number">
          ${voice.say('secondPass.review.leftOutValue', {
            count: leftOut,
            percent: share(voice.locale, leftOut, preview?.total ?? 0),
          })}
        </span>`,
        'window',
      )}
      ${line('secondPass.review.window', windowSentence(voice, reviewed.choice), 'window')}
      ${line(
        'secondPass.review.newer',
        voice.say(reviewed.choice.excludeNewer ? 'secondPass.review.newerOn' : 'secondPass.review.newerOff'),
        'window',
      )}
      ${
        start.unsent.count > 0
          ? line(
              'secondPass.review.unsent',
              html`<span class="number">
                ${voice.say('secondPass.review.unsentValue', { count: start.unsent.count })}
              </span>`,
              'unsent',
            )
          : nothing
      }
      ${line('secondPass.review.title', html`<span dir="auto">${title.trim()}</span>`, 'script')}
      ${line(
        'secondPass.review.script',
        html`<span class="quote" dir="auto">${filled}</span>
          <span class="hint number">${voice.say('secondPass.review.segments', { count: segmentCount })}</span>`,
        'script',
      )}
    </dl>
    <p class="muted small">${voice.say('secondPass.review.undoable', { days: undoDays })}</p>
  </div>`;
}

/** The warnings of the script once more, with the way back to it: a Continue too many must not resend the first text. */
const scriptNotes = (voice: Voice, notes: string[], goTo: Reviewed['goTo']): TemplateResult =>
  html`<div class="notes">
    ${notes.map(
      text => html`<p class="note"><span class="mark warning">${icons.warning}</span><span>${text}</span></p>`,
    )}
    ${
      goTo
        ? html`<p>
            <button class="button link" part="link" type="button" @click=${() => goTo('script')}>
              ${voice.say('secondPass.review.changeWhat', { what: voice.say('secondPass.review.script') })}
            </button>
          </p>`
        : nothing
    }
  </div>`;

function windowSentence(voice: Voice, choice: WindowChoice): string {
  const minutes = windowMinutes(choice);
  if (minutes === null || minutes === undefined) return voice.say('secondPass.review.windowOff');
  return voice.say('secondPass.review.windowOn', { duration: duration(voice.locale, minutes) });
}
