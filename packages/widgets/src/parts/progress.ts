import { css, html, nothing, type TemplateResult } from 'lit';
import type { Operation } from '../contract.ts';
import type { Pace } from '../pace.ts';
import { number } from './number.ts';
import type { Voice } from './voice.ts';

/** What is done of all, and how long it still takes, in one sentence. */
export function progressLine(voice: Voice, operation: Operation, pace?: Pace): string {
  const { done, total } = operation;
  const seconds = pace?.secondsLeft(total) ?? null;
  const values = { done: number(voice.locale, done), total: number(voice.locale, total) };
  if (operation.cancelAskedAt !== null) return voice.say('progress.stopping', values);
  if (seconds === null) return voice.say('progress.line', values);
  if (seconds < 90) return voice.say('progress.seconds', { ...values, count: seconds });
  return voice.say('progress.minutes', { ...values, count: Math.round(seconds / 60) });
}

/**
 * A bar with done of total and time left. It stands in place of the button that started it; closing leaves it running.
 *
 * @csspart progress - The bar with its line and its button.
 * @csspart progress-bar - The bar.
 * @csspart stop - The button that stops what runs.
 */
export function progress(
  voice: Voice,
  operation: Operation,
  pace: Pace,
  onCancel: (() => void) | null,
): TemplateResult {
  return html`<div class="progress" part="progress">
    <div class="row">
      <progress
        class="bar"
        part="progress-bar"
        max=${operation.total || 1}
        .value=${operation.done}
        aria-label=${voice.say('progress.label')}
        aria-describedby="progress-line"
      ></progress>
      ${
        onCancel && operation.cancelAskedAt === null
          ? html`<button class="button" part="stop" type="button" @click=${onCancel}>
              ${voice.say('progress.stop')}
            </button>`
          : nothing
      }
    </div>
    <p class="muted small number" id="progress-line">${progressLine(voice, operation, pace)}</p>
    <p class="muted small">${voice.say('progress.leave')}</p>
  </div>`;
}

export const progressStyles = css`
  .progress {
    display: grid;
    gap: var(--_space);
    inline-size: 100%;
  }
  .progress .row {
    flex-wrap: nowrap;
    gap: calc(var(--_space) * 3);
  }
  .bar {
    flex: 1;
    min-inline-size: 0;
    block-size: 8px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    appearance: none;
    background: var(--_border);
  }
  .bar::-webkit-progress-bar {
    background: var(--_border);
  }
  .bar::-webkit-progress-value {
    border-radius: 4px;
    background: var(--_accent);
    transition: inline-size var(--_motion) linear;
  }
  .bar::-moz-progress-bar {
    border-radius: 4px;
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }
    .bar::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
