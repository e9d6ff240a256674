import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../parts/icons.ts';
import { number } from '../parts/number.ts';
import { failureLine } from '../parts/query-states.ts';
import type { Voice } from '../parts/voice.ts';
import type { CsvExport } from './csv-export.ts';

/**
 * How far the export is, why it waits, and the file at its end.
 *
 * @csspart export - The line of an export.
 * @csspart progress-bar - The bar.
 * @csspart stop - The button that stops what runs.
 */
export function exportLine(voice: Voice, file: CsvExport, total: number | null): TemplateResult | typeof nothing {
  if (file.state === 'idle') return nothing;
  const { done, error, url, name } = file;
  const say = voice.say.bind(voice);
  if (file.state === 'done') {
    return html`<div class="export" part="export" role="status">
      <span class="mark good">${icons.check}</span>
      <p class="number">
        ${say('review.exported', { count: done })}
        <a class="link" id="export-file" href=${url ?? ''} download=${name}>${say('review.saveFile')}</a>
      </p>
      <button
        class="button icon"
        part="close"
        type="button"
        aria-label=${say('common.close')}
        @click=${() => file.reset()}
      >
        ${icons.close}
      </button>
    </div>`;
  }
  const all = Math.max(total ?? 0, done);
  const values = { done: number(voice.locale, done), total: number(voice.locale, all) };
  const waits = error?.code === 'network' || error?.code === 'session_expired';
  return html`<div class="export" part="export">
    <progress
      class="bar"
      part="progress-bar"
      max=${all || 1}
      .value=${done}
      aria-label=${say('review.export')}
    ></progress>
    <p class="number" role="status">
      ${say('review.exporting', values)}
      ${
        error
          ? html`<span class="muted">${failureLine(voice, error)} ${waits ? say('review.exportWaits') : nothing}</span>`
          : nothing
      }
    </p>
    ${
      error && !waits
        ? html`<button class="button" part="button" type="button" @click=${() => file.again()}>
            ${say('common.tryAgain')}
          </button>`
        : nothing
    }
    <button class="button" part="stop" type="button" @click=${() => file.reset()}>${say('common.cancel')}</button>
  </div>`;
}
