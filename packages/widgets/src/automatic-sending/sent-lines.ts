import { html, nothing, type TemplateResult } from 'lit';
import type { SendingStatus } from '../contract.ts';
import { number } from '../parts/number.ts';
import type { Voice } from '../parts/voice.ts';

/**
 * How many of all have gone out, and how many are on their way.
 *
 * @csspart progress-bar - How many of all have gone out.
 */
export function sentLines(voice: Voice, { sent, queued, remaining }: SendingStatus): TemplateResult {
  const total = sent + queued + remaining;
  const [done, all] = [number(voice.locale, sent), number(voice.locale, total)];
  return html`<progress
      class="bar"
      part="progress-bar"
      max=${total || 1}
      .value=${sent}
      aria-label=${voice.say('progress.label')}
      aria-describedby="done"
    ></progress>
    <p class="number" id="done">
      <span class="strong">${voice.say('sending.done', { done, total: all })}</span>
      ${queued > 0 ? html`<span class="muted">· ${voice.say('sending.queued', { count: queued })}</span>` : nothing}
    </p>`;
}
